import { z } from 'zod';
import { InvertedIndex } from '../search/inverted-index.ts';
import type { SearchCandidates, SearchChanges, SearchEntry, SearchRequest, Statement } from './store.ts';

/** Everything that can be searched for. */
const searchEntries: Statement<SearchEntry> = {
  name: 'embedded.searchEntries',
  text:
    'MATCH (n:Thing) WHERE n.searchText IS NOT NULL ' +
    'RETURN n.id AS id, n.kind AS kind, n.searchText AS searchText ORDER BY id',
  row: z.object({ id: z.string(), kind: z.string(), searchText: z.string() }),
};

/** The search index of the embedded engine: in memory, built from the store when it is first needed. */
export type EmbeddedSearch = {
  /** Takes what a committed transaction changed. */
  apply(changes: readonly SearchChanges[]): void;
  /** The candidates of a search. */
  search(request: SearchRequest): Promise<SearchCandidates>;
};

/** Creates the search index of a store whose statements `read` runs. */
export function createEmbeddedSearch(
  read: (statement: Statement<SearchEntry>) => Promise<readonly SearchEntry[]>,
): EmbeddedSearch {
  const index = new InvertedIndex();
  const kinds = new Map<string, string>();
  // Changes that come while the index is being built are kept, and repeated on top of what was read.
  let waiting: SearchChanges[] = [];
  let building: Promise<void> | undefined;
  let built = false;

  const put = ({ id, kind, searchText }: SearchEntry) => {
    index.set(id, searchText.split(' '));
    kinds.set(id, kind);
  };
  const applyNow = ({ set, remove }: SearchChanges) => {
    for (const id of remove) {
      index.delete(id);
      kinds.delete(id);
    }
    for (const entry of set) put(entry);
  };
  const build = async () => {
    waiting = [];
    for (const entry of await read(searchEntries)) put(entry);
    for (const changes of waiting) applyNow(changes);
    built = true;
  };

  return {
    apply(changes) {
      if (built) for (const change of changes) applyNow(change);
      else waiting.push(...changes);
    },
    async search({ tokens, kinds: wanted, limit }) {
      building ??= build().catch((error: unknown) => {
        building = undefined;
        throw error;
      });
      await building;
      const isWanted = wanted && ((id: string) => wanted.includes(kinds.get(id) ?? ''));
      const { best, cut } = index.candidates(tokens, limit, isWanted);
      return { ids: best.map(({ id }) => id), cut };
    },
  };
}
