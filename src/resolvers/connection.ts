import type { Context } from '../context.ts';
import type { FacetCounts, Place } from '../loaders/lists.ts';
import { inheritedFrom, type Reading } from '../loaders/reading.ts';
import { type Maybe, using } from '../maybe.ts';
import { cursorName, encodeCursor, type PageArgs } from './page.ts';

/** A row of a connection; its cursor is made when it is asked for. */
export type ConnectionEdge<T> = { readonly node: T; readonly cursor: () => string };

/** What is asked of a list beside its rows, only when a query selects it. */
type Counts = {
  readonly totalCount: () => Maybe<number>;
  /** How many rows of the whole list have each value of a facet. */
  readonly facet: (name: string) => Maybe<FacetCounts>;
};

/** A page of a list in Relay's shape. */
export type ConnectionPage<T> = {
  readonly edges: readonly ConnectionEdge<T>[];
  /** Null where it was not asked for. */
  readonly hasPreviousPage: boolean | null;
  readonly hasNextPage: boolean | null;
};

/** A list of which a page can be read: a query may ask for its counts alone. */
export type Connection<T> = Counts & { readonly page: () => Maybe<ConnectionPage<T>> };

/** Arguments that make a page, and of which reading: all rows of a list share theirs, and one check is enough. */
const sound = new WeakMap<object, string>();

/**
 * The parent's list, with the page that the arguments ask for; `nodeOf` makes of each row what stands in the edge.
 * Throws BadUserInput for arguments that make no page.
 */
export function connect<Args extends PageArgs, T, Parent extends object, Node = T>(
  context: Context,
  reading: Reading<Args, T, Parent>,
  given: Args,
  parent: Parent,
  nodeOf: (row: T) => Node = (row) => row as unknown as Node,
): Connection<Node> {
  const { reader } = context.loaders;
  const args = inheritedFrom(parent, given);
  // Only a query that selects cursors needs to know what they are marked with.
  let name: string | undefined;
  const cursorOf = (place: Place | null) => {
    if (!place)
      throw new Error(`A cursor of ${reading.name} was read, but no field that reads it was planned for`);
    name ??= cursorName(reading.name, reading.ask(args).list.order, args);
    return encodeCursor(name, place);
  };
  // Refused here, whatever of the list is asked for; what was read ahead is known to be good.
  if (sound.get(args) !== reading.name && reader.ahead(reading, args, parent) === undefined)
    reading.ask(args);
  sound.set(args, reading.name);
  let page: Maybe<ConnectionPage<Node>> | undefined;
  const readPage = () =>
    using(reader.page(reading, args, parent), ({ rows, hasPreviousPage, hasNextPage }) => ({
      edges: rows.map(([place, row]) => ({ node: nodeOf(row), cursor: () => cursorOf(place) })),
      hasPreviousPage,
      hasNextPage,
    }));
  return {
    page: () => {
      page ??= readPage();
      return page;
    },
    totalCount: () => reader.count(reading, args, parent),
    facet: (facet) => reader.facet(reading, args, parent, facet),
  };
}
