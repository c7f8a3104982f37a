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
  const table = new Numbered(parts?.kindTexts);
  // The number of each thing's kind, at the thing's own number.
  const kinds: number[] = Array.from(parts?.kinds ?? []);
  return {
    apply({ set, remove }) {
      for (const id of remove) index.delete(id);
      for (const { id, kind, searchText } of set) kinds[index.set(id, searchText)] = table.numberOf(kind);
    },
    search({ tokens, sets = [], kinds: wanted, limit }) {
      const numbers = wanted && new Set(wanted.map((kind) => table.numberOf(kind)));
      const isWanted = numbers && ((_: string, thing: number) => numbers.has(kinds[thing] ?? -1));
      const { best, cut } = index.candidates({ tokens, sets }, limit, isWanted);
      return { ids: best.map(({ id }) => id), cut };
    },
    parts: () => ({ index: index.parts(), kinds: Int32Array.from(kinds), kindTexts: table.texts }),
  };
}
