import { useTitle } from '../app/use-arrival.ts';
import { Nothing } from '../components/states.tsx';
import { useText } from '../i18n/language.tsx';

/** The view at /graph. */
export function GraphView() {
  const { app, states } = useText();
  useTitle(app.graph);
  return (
    <>
      <h1>{app.graph}</h1>
      <Nothing>{states.placeholder}</Nothing>
    </>
  );
}
