import type { Draft } from '../draft.ts';
import type { Path } from '../problem.ts';
import { suggestion } from '../strict.ts';
import type { Check } from './check.ts';

/** A passage that the dossier does not have. */
export const citesAreKnown: Check = (draft, at) => {
  const keys = Object.keys(draft.passages ?? {});
  const known = new Set(keys);
  return citationsOf(draft)
    .filter(({ key }) => !known.has(key))
    .map(({ key, path }) =>
      at(path, `unknown passage "${key}".${suggestion(key, keys) || ' Add it under passages.'}`),
    );
};

/** A passage that nothing cites. */
export const passagesAreCited: Check = (draft, at) => {
  const cited = new Set(citationsOf(draft).map(({ key }) => key));
  return Object.keys(draft.passages ?? {})
    .filter((key) => !cited.has(key))
    .map((key) => at(['passages', key], 'is cited by nothing: cite it or leave it out', 'KEY'));
};

type Citation = { readonly key: string; readonly path: Path };

// Both checks go over the whole dossier for them.
const citations = new WeakMap<Draft, readonly Citation[]>();

function citationsOf(draft: Draft): readonly Citation[] {
  const all = citations.get(draft) ?? citationsIn(draft, []);
  citations.set(draft, all);
  return all;
}

// Found by the name of the field, so that a part of the format that cites something new is checked from its first day.
function citationsIn(value: unknown, path: Path): Citation[] {
  if (typeof value !== 'object' || value === null) return [];
  if (path.at(-1) === 'cites' && Array.isArray(value)) {
    return value.flatMap((key, i) => (typeof key === 'string' ? [{ key, path: [...path, i] }] : []));
  }
  const entries: [PropertyKey, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  // Most of a dossier is text, which no path need be made for.
  return entries.flatMap(([step, inner]) =>
    typeof inner === 'object' && inner !== null ? citationsIn(inner, [...path, step]) : [],
  );
}
