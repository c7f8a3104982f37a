import {
  countStatement,
  type FacetCounts,
  facetStatement,
  type List,
  type Placed,
  type Prepared,
  pageStatement,
  type Window,
} from '../graph/statements/list.ts';
import { type Batch, batch, type Source } from './batch.ts';

/** One page of a list, in the order of the list, each row with its place. */
export type Page<T> = {
  readonly rows: readonly Placed<T>[];
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
};

/** Whose list: what its statement knows as `k`. */
type Parent = string | readonly string[];

/** Reads pages and counts of lists; the same page of many parents is one statement. */
export type PageLoader = {
  /** The part of the parent's list that `window` names. */
  page<T>(list: List<T>, window: Window, parent: Parent): Promise<Page<T>>;
  /** The number of rows in the parent's whole list. */
  count<T>(list: List<T>, parent: Parent): Promise<number>;
  /** The number of rows in the parent's whole list for each value of one of its facets. */
  facet<T>(list: List<T>, facet: string, parent: Parent): Promise<FacetCounts>;
};

/** The page loader of one request. */
export function createPageLoader(source: Source): PageLoader {
  const batches = new Map<string, unknown>();
  /** Reads for one parent; the same statement with the same parameters reads for all parents of a tick at once. */
  function load<T>({ statement, params }: Prepared<T>, parent: Parent): Promise<T> {
    const id = JSON.stringify([statement.name, statement.text, params]);
    const known = batches.get(id) as Batch<Parent, T> | undefined;
    const shared = known ?? batch<Parent, T, T>(source, statement, params, (found) => found);
    if (!known) batches.set(id, shared);
    return shared.load(parent);
  }
  return {
    async page(list, window, parent) {
      // One row more than asked for tells whether the list goes on.
      return pageOf(await load(pageStatement(list, { ...window, limit: window.limit + 1 }), parent), window);
    },
    count: (list, parent) => load(countStatement(list), parent),
    facet: (list, facet, parent) => load(facetStatement(list, facet), parent),
  };
}

function pageOf<T>(found: readonly Placed<T>[], window: Window): Page<T> {
  const more = found.length > window.limit;
  const rows = found.slice(0, window.limit);
  if (window.backwards)
    return { rows: rows.reverse(), hasPreviousPage: more, hasNextPage: window.before !== undefined };
  return { rows, hasPreviousPage: window.after !== undefined, hasNextPage: more };
}
