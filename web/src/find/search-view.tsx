import { useParam } from '../app/params.ts';
import { useTitle } from '../app/use-arrival.ts';
import { useText } from '../i18n/language.tsx';

/** The view at /search: everything that a text finds. */
export function SearchView() {
  const { find } = useText();
  const [text = ''] = useParam('q');
  useTitle(find.resultsFor(text));
  return <h1>{find.resultsFor(text)}</h1>;
}
