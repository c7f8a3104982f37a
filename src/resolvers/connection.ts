import type { Context } from '../context.ts';
import type { FacetCounts } from '../loaders/lists.ts';
import { inheritedFrom, type Reading } from '../loaders/reading.ts';
import { cursorName, encodeCursor, type PageArgs } from './page.ts';

/** A row of a connection; its cursor is made when it is asked for. */
export type ConnectionEdge<T> = { readonly node: T; readonly cursor: () => string };

/** What is asked of a list beside its rows, only when a query selects it. */
type Counts = {
  readonly totalCount: () => number | Promise<number>;
  /** How many rows of the whole list have each value of a facet. */
  readonly facet: (name: string) => FacetCounts | Promise<FacetCounts>;
};

/** A page of a list in Relay's shape. */
export type Connection<T> = Counts & {
  readonly edges: readonly ConnectionEdge<T>[];
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
};

/**
 * Reads the page of the parent's list that the arguments ask for; `nodeOf` makes of each row what stands in the edge.
 * Throws BadUserInput for arguments that make no page.
 */
export function connect<Args extends PageArgs, T, Parent extends object, Node = T>(
  context: Context,
  reading: Reading<Args, T, Parent>,
  given: Args,
  parent: Parent,
  nodeOf: (row: T) => Node = (row) => row as unknown as Node,
): Connection<Node> | Promise<Connection<Node>> {
  const { reader } = context.loaders;
  const args = inheritedFrom(parent, given);
  // Only a query that selects cursors needs to know what they are marked with.
  let name: string | undefined;
  const cursorOf = (place: Parameters<typeof encodeCursor>[1]) => {
    name ??= cursorName(reading.name, reading.ask(args).list.order, args);
    return encodeCursor(name, place);
  };
  const counts: Counts = {
    totalCount: () => reader.count(reading, args, parent),
    facet: (facet) => reader.facet(reading, args, parent, facet),
  };
  const page = reader.page(reading, args, parent);
  const shape = ({ rows, hasPreviousPage, hasNextPage }: Awaited<typeof page>): Connection<Node> => ({
    edges: rows.map(([place, row]) => ({ node: nodeOf(row), cursor: () => cursorOf(place) })),
    hasPreviousPage,
    hasNextPage,
    ...counts,
  });
  return page instanceof Promise ? page.then(shape) : shape(page);
}
