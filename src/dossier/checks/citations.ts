import type { Path } from '../problem.ts';
import { suggestion } from '../strict.ts';
import type { Check } from './check.ts';

/** A passage that the dossier does not have. */
export const citesAreKnown: Check = (draft, at) => {
  const keys = Object.keys(draft.passages ?? {});
  const known = new Set(keys);
  return citationsIn(draft, [])
    .filter(({ key }) => !known.has(key))
    .map(({ key, path }) =>
      at(path, `unknown passage "${key}".${suggestion(key, keys) || ' Add it under passages.'}`),
    );
};

/** A passage that nothing cites. */
export const passagesAreCited: Check = (draft, at) => {
  const cited = new Set(citationsIn(draft, []).map(({ key }) => key));
  return Object.keys(draft.passages ?? {})
    .filter((key) => !cited.has(key))
    .map((key) => at(['passages', key], 'is cited by nothing: cite it or leave it out', 'KEY'));
};

type Citation = { readonly key: string; readonly path: Path };

// Found by the name of the field, so that a part of the format that cites something new is checked from its first day.
function citationsIn(value: unknown, path: Path): Citation[] {
  if (typeof value !== 'object' || value === null) return [];
  if (path.at(-1) === 'cites' && Array.isArray(value)) {
    return value.flatMap((key, i) => (typeof key === 'string' ? [{ key, path: [...path, i] }] : []));
  }
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  return [...entries].flatMap(([step, inner]) => citationsIn(inner, [...path, step]));
}
