import type { FacetCounts, List, Window } from '../../src/graph/statements/list.ts';
import { readStatement, type Take } from '../../src/graph/statements/read.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { type Page, settle, takeOf } from '../../src/loaders/settle.ts';

/** Reads a list of one parent, as a request would. */
export function listsOf(store: GraphStore) {
  async function take<T>(list: List<T>, what: Take, parent: string): Promise<unknown> {
    const read = { key: '', list, take: what };
    const { statement, params } = readStatement<unknown>(read);
    const [row] = await store.read(statement, { ...params, keys: [parent] });
    return settle(read, row?.d[0]?.[1]);
  }
  return {
    page: async <T>(list: List<T>, window: Window, parent: string) =>
      (await take(list, takeOf(window), parent)) as Page<T>,
    count: async <T>(list: List<T>, parent: string) =>
      (await take(list, { kind: 'COUNT' }, parent)) as number,
    facet: async <T>(list: List<T>, facet: string, parent: string) =>
      (await take(list, { kind: 'FACET', facet }, parent)) as FacetCounts,
  };
}
