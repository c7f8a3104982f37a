import { useParam } from '../app/params.ts';
import { valuesOf } from '../vocabulary.ts';
import { Browse } from './browse.tsx';
import { Results } from './results.tsx';
import './search-view.css';

/** The view at /search: everything that a text finds; without a text, all entities of a kind. */
export function SearchView() {
  const [text = ''] = useParam('q');
  const [kind] = useParam('kind');
  if (text.trim()) return <Results key={text} asked={text.trim()} />;
  return <Browse kind={kind && valuesOf('entity').includes(kind) ? kind : undefined} />;
}
