import { expect } from 'vitest';
import type { List, Place, Window } from '../../src/graph/statements/list.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { listsOf, type Placed } from './lists.ts';

/** All rows of a list, read as one page. */
export async function wholeList<T>(
  store: GraphStore,
  list: List<T>,
  parent = '',
): Promise<readonly Placed<T>[]> {
  const everything: Window = { limit: 100_000, backwards: false };
  return (await listsOf(store).page(list, everything, parent)).rows;
}

/** The pages of a list joined, read from one end, each in a request of its own. */
async function joined<T>(
  store: GraphStore,
  list: List<T>,
  parent: string,
  limit: number,
  backwards: boolean,
) {
  const rows: Placed<T>[] = [];
  for (let edge: Place | undefined; ; ) {
    const window: Window = { limit, backwards, ...(edge && { [backwards ? 'before' : 'after']: edge }) };
    const page = await listsOf(store).page(list, window, parent);
    rows.splice(backwards ? 0 : rows.length, 0, ...page.rows);
    if (!(backwards ? page.hasPreviousPage : page.hasNextPage)) return rows;
    edge = (backwards ? page.rows[0] : page.rows.at(-1))?.[0];
  }
}

/**
 * Expects pages of a list, joined, to be the whole list whichever end they start from, and its count and facets to add
 * up to it. Gives the whole list.
 */
export async function expectPagesAlike<T>(store: GraphStore, list: List<T>, parent: string, size: number) {
  const whole = await wholeList(store, list, parent);
  expect(await joined(store, list, parent, size, false)).toEqual(whole);
  expect(await joined(store, list, parent, size, true)).toEqual(whole);
  const lists = listsOf(store);
  expect(await lists.count(list, parent)).toBe(whole.length);
  for (const facet of Object.keys(list.facets)) {
    const counts = await lists.facet(list, facet, parent);
    expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(whole.length);
  }
  return whole;
}
