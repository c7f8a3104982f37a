import type { Context } from '../context.ts';
import type { List } from '../loaders/lists.ts';
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
};

/** What a connection needs besides its paging arguments: whose list, and in which order. */
export type ConnectionOptions<T> = {
  /** The id of the parent; a list of the root has none. */
  readonly parent?: string;
  readonly order?: 'ASC' | 'DESC' | null;
  /** The key of a row in the list's order. */
  readonly keyOf: (row: T) => string;
};

/** Reads the page of `list` that the arguments ask for. Throws BadUserInput for arguments that make no page. */
export async function connect<T>(
  context: Context,
  list: List<T>,
  args: PageArgs,
  { parent = '', order, keyOf }: ConnectionOptions<T>,
): Promise<Connection<T>> {
  const name = order === 'DESC' ? `${list.name} DESC` : list.name;
  const page = await context.loaders.pages.page(list, windowOf(name, args, order === 'DESC'), parent);
  const edges = page.rows.map((node) => ({ node, cursor: encodeCursor(name, keyOf(node)) }));
  return connectionOf(edges, page, () => context.loaders.pages.count(list, parent));
}

/** Puts edges and what lies beyond them into Relay's shape. */
export function connectionOf<T>(
  edges: readonly ConnectionEdge<T>[],
  { hasPreviousPage, hasNextPage }: { hasPreviousPage: boolean; hasNextPage: boolean },
  totalCount: () => Promise<number>,
): Connection<T> {
  const startCursor = edges[0]?.cursor ?? null;
  const endCursor = edges.at(-1)?.cursor ?? null;
  return { edges, pageInfo: { hasPreviousPage, hasNextPage, startCursor, endCursor }, totalCount };
}
