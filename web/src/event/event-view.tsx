import { useTitle } from '../app/use-arrival.ts';
import { Nothing } from '../components/states.tsx';
import { useText } from '../i18n/language.tsx';

/** The view at /event/…. */
export function EventView({ slug }: { readonly slug: string }) {
  const { states } = useText();
  useTitle(slug);
  return <Nothing title={slug}>{states.placeholder}</Nothing>;
}
