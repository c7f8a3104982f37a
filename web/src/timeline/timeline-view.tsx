import { useTitle } from '../app/use-arrival.ts';
import { Nothing } from '../components/states.tsx';
import { useText } from '../i18n/language.tsx';

/** The view at /timeline. */
export function TimelineView() {
  const { app, states } = useText();
  useTitle(app.timeline);
  return (
    <>
      <h1>{app.timeline}</h1>
      <Nothing>{states.placeholder}</Nothing>
    </>
  );
}
