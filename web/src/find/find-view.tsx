import { useTitle } from '../app/use-arrival.ts';
import { useText } from '../i18n/language.tsx';
import { SearchBox } from './search-box.tsx';

/** The view at /: the search box, and what can be asked. */
export function FindView() {
  const { find } = useText();
  useTitle(undefined);
  return (
    <>
      <h1>{find.title}</h1>
      <SearchBox />
    </>
  );
}
