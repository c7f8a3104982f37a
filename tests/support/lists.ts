import type { FacetCounts, List, Place, Window } from '../../src/graph/statements/list.ts';
import { readStatement, type Take } from '../../src/graph/statements/read.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { type Page, settle, takeOf } from '../../src/loaders/settle.ts';

/** A row with its place in the list. */
export type Placed<T> = readonly [Place, T];

/** A page whose rows all have their places: none is read here without. */
type PlacedPage<T> = Omit<Page<T>, 'rows'> & { readonly rows: readonly Placed<T>[] };

/** Reads lists as a request would: of one parent, or of many with one statement. */
export function listsOf(store: GraphStore) {
  async function takeAll<T>(list: List<T>, what: Take, parents: readonly string[]): Promise<unknown[]> {
    const read = { key: '', list, take: what };
    const { statement, params } = readStatement(read, store);
    const [row] = await store.read(statement, { ...params, keys: parents });
    return (row?.d ?? []).map(([, found]) => settle(read, found));
  }
  const take = async <T>(list: List<T>, what: Take, parent: string) =>
    (await takeAll(list, what, [parent]))[0];
  return {
    pages: async <T>(list: List<T>, window: Window, parents: readonly string[]) =>
      (await takeAll(list, takeOf(window), parents)) as PlacedPage<T>[],
    page: async <T>(list: List<T>, window: Window, parent: string) =>
      (await take(list, takeOf(window), parent)) as PlacedPage<T>,
    count: async <T>(list: List<T>, parent: string) =>
      (await take(list, { kind: 'COUNT' }, parent)) as number,
    facet: async <T>(list: List<T>, facet: string, parent: string) =>
      (await take(list, { kind: 'FACET', facet }, parent)) as FacetCounts,
  };
}
