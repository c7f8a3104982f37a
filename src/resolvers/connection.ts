import type { Context } from '../context.ts';
import type { FacetCounts, List } from '../loaders/lists.ts';
import { encodeCursor, type PageArgs, windowOf } from './page.ts';

/** A row of a connection with its cursor. */
export type ConnectionEdge<T> = { readonly cursor: string; readonly node: T };

/** A page of a list in Relay's shape. `totalCount` is asked for only when a query selects it. */
export type Connection<T> = {
  readonly edges: readonly ConnectionEdge<T>[];
  readonly pageInfo: {
    readonly hasPreviousPage: boolean;
    readonly hasNextPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: () => Promise<number>;
  /** How many rows of the whole list have each value of a facet. */
  readonly facet: (name: string) => Promise<FacetCounts>;
};

/**
 * Reads the page of `list` that the arguments ask for, of the parent's list where it is one of many.
 * Throws BadUserInput for arguments that make no page.
 */
export async function connect<T>(
  context: Context,
  list: List<T>,
  args: PageArgs,
  parent: string | readonly string[] = '',
): Promise<Connection<T>> {
  const name = listName(list);
  const page = await context.loaders.pages.page(
    list,
    windowOf(
      name,
      list.order.map(() => 'string'),
      args,
    ),
    parent,
  );
  const edges = page.rows.map(([place, node]) => ({ node, cursor: encodeCursor(name, place) }));
  return connectionOf(edges, page, {
    totalCount: () => context.loaders.pages.count(list, parent),
    facet: (facet) => context.loaders.pages.facet(list, facet, parent),
  });
}

/** What cursors of a list are marked with: its name and order, so that no other list takes them. */
function listName<T>({ name, order }: List<T>): string {
  return [name, ...order.map((key) => `${key.descending ? '-' : ''}${key.name}`)].join(' ');
}

/** Puts edges and what lies beyond them into Relay's shape. */
export function connectionOf<T>(
  edges: readonly ConnectionEdge<T>[],
  { hasPreviousPage, hasNextPage }: { hasPreviousPage: boolean; hasNextPage: boolean },
  counts: Pick<Connection<T>, 'totalCount' | 'facet'>,
): Connection<T> {
  const startCursor = edges[0]?.cursor ?? null;
  const endCursor = edges.at(-1)?.cursor ?? null;
  return { edges, pageInfo: { hasPreviousPage, hasNextPage, startCursor, endCursor }, ...counts };
}
