import { type IndexParts, InvertedIndex } from '../search/inverted-index.ts';
import { Numbered } from './numbered.ts';
import type { SearchCandidates, SearchChanges, SearchRequest } from './store.ts';

/** What can be found: an index, and the kinds of its things, at the places of their ids and numbered by `kindTexts`. */
export type SearchParts = {
  readonly index: IndexParts;
  readonly kinds: Int32Array;
  readonly kindTexts: readonly string[];
};

/** The search index of the embedded engine, in memory. */
export type EmbeddedSearch = {
  apply(changes: SearchChanges): void;
  /** The candidates of a search. */
  search(request: SearchRequest): SearchCandidates;
  /** What it holds, to make another of. */
  parts(): SearchParts;
};

/** Creates an empty search index, or the one that `parts` tells of. */
export function createEmbeddedSearch(parts?: SearchParts): EmbeddedSearch {
  const index = new InvertedIndex(parts?.index);
  const kinds = new Map<string, string>();
  for (const [place, id] of (parts?.index.ids ?? []).entries())
    if (id !== '') kinds.set(id, parts?.kindTexts[parts.kinds[place] ?? 0] ?? '');
  return {
    apply({ set, remove }) {
      for (const id of remove) {
        index.delete(id);
        kinds.delete(id);
      }
      for (const { id, kind, searchText } of set) {
        index.set(id, searchText);
        kinds.set(id, kind);
      }
    },
    search({ tokens, kinds: wanted, limit }) {
      const isWanted = wanted && ((id: string) => wanted.includes(kinds.get(id) ?? ''));
      const { best, cut } = index.candidates(tokens, limit, isWanted);
      return { ids: best.map(({ id }) => id), cut };
    },
    parts() {
      const [all, table] = [index.parts(), new Numbered()];
      const numbers = Int32Array.from(all.ids, (id) => table.numberOf(kinds.get(id) ?? ''));
      return { index: all, kinds: numbers, kindTexts: table.texts };
    },
  };
}
