import { setImmediate as turn } from 'node:timers/promises';
import { createEmbeddedLists, type EmbeddedLists, type ListsParts } from './embedded-lists.ts';
import { entryAt, type IndexedColumns, indexedThings } from './embedded-rows.ts';
import { createEmbeddedSearch, type EmbeddedSearch, type SearchParts } from './embedded-search.ts';
import type { SearchChanges, Statement } from './store.ts';

/** Things indexed before others get their turn. */
const perTurn = 2_000;

/** All that the embedded engine keeps in memory besides its store: what can be found, and what stands where in a list. */
export type EmbeddedIndex = { readonly search: EmbeddedSearch; readonly lists: EmbeddedLists };

/** What an index holds, to make another of. */
export type IndexedParts = { readonly search: SearchParts; readonly lists: ListsParts };

/** The index of a store that changes, once it is there. */
export type IndexKeeper = {
  /** Takes what a committed transaction changed. */
  apply(changes: readonly SearchChanges[]): void;
  /** Whether it is there. */
  readonly isReady: boolean;
  /** The index: the one kept, or else built from the store when it is first asked for. */
  ready(): Promise<EmbeddedIndex>;
  /** What the index holds, if there is one. */
  parts(): IndexedParts | null;
};

/** Keeps the index of a store whose statements `read` runs. `kept` is what it held, where that is known. */
export function keepIndex(
  read: (statement: Statement<IndexedColumns>) => Promise<readonly IndexedColumns[]>,
  kept: IndexedParts | null,
): IndexKeeper {
  let index = kept && createIndex(kept);
  let building: Promise<EmbeddedIndex> | undefined;
  // Changes that come while the index is being built are kept, and repeated on top of what was read.
  let waiting: SearchChanges[] = [];

  const build = async () => {
    waiting = [];
    const built = createIndex(null);
    const [columns] = await read(indexedThings);
    for (let row = 0; columns && row < columns.ids.length; row += 1) {
      if (row % perTurn === perTurn - 1) await turn();
      applyTo(built, { set: [entryAt(columns, row)], remove: [] });
    }
    for (const changes of waiting) applyTo(built, changes);
    index = built;
    return built;
  };

  return {
    apply(changes) {
      if (index) for (const change of changes) applyTo(index, change);
      else if (building) waiting.push(...changes);
    },
    get isReady() {
      return index !== null;
    },
    async ready() {
      if (index) return index;
      building ??= build().finally(() => {
        building = undefined;
      });
      return building;
    },
    parts: () => index && { search: index.search.parts(), lists: index.lists.parts() },
  };
}

function createIndex(parts: IndexedParts | null): EmbeddedIndex {
  return {
    search: createEmbeddedSearch(parts?.search),
    lists: createEmbeddedLists(parts?.lists),
  };
}

function applyTo({ search, lists }: EmbeddedIndex, changes: SearchChanges): void {
  search.apply(changes);
  lists.apply(changes);
}
