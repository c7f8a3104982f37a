import {
  countStatement,
  type FacetCounts,
  facetStatement,
  type List,
  type Placed,
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
  /** One batch for each statement and its parameters; what it yields is known to whoever asks for it. */
  function shared<T>(key: unknown, create: () => Batch<Parent, T>): Batch<Parent, T> {
    const id = JSON.stringify(key);
    const batchOf = (batches.get(id) as Batch<Parent, T> | undefined) ?? create();
    batches.set(id, batchOf);
    return batchOf;
  }
  return {
    async page(list, window, parent) {
      // One row more than asked for tells whether the list goes on.
      const { statement, params } = pageStatement(list, { ...window, limit: window.limit + 1 });
      const rows = shared([statement.name, statement.text, params], () =>
        batch<Parent, unknown[], unknown[]>(source, statement, params, (found) => found),
      );
      return pageOf((await rows.load(parent)) as never[], window);
    },
    count(list, parent) {
      const { statement, params } = countStatement(list);
      return shared([statement.name, statement.text, params], () =>
        batch<Parent, number, number>(source, statement, params, (found) => found),
      ).load(parent);
    },
    facet(list, facet, parent) {
      const { statement, params } = facetStatement(list, facet);
      return shared([statement.name, statement.text, params], () =>
        batch<Parent, FacetCounts, FacetCounts>(source, statement, params, (found) => found),
      ).load(parent);
    },
  };
}

function pageOf<T>(found: readonly Placed<T>[], window: Window): Page<T> {
  const more = found.length > window.limit;
  const rows = found.slice(0, window.limit);
  if (window.backwards)
    return { rows: rows.reverse(), hasPreviousPage: more, hasNextPage: window.before !== undefined };
  return { rows, hasPreviousPage: window.after !== undefined, hasNextPage: more };
}
