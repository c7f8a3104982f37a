import type { InputRef, OutputRef } from '@pothos/core';
import { using } from '../maybe.ts';
import type { OrderBy } from '../model/filters.ts';
import { defaultPageSize, maxPageSize } from '../model/pages.ts';
import type { Connection, ConnectionEdge, ConnectionPage } from '../resolvers/connection.ts';
import { reads } from '../resolvers/reads.ts';
import { builder } from './builder.ts';
import { OrderEnum } from './enums.ts';

/** Where a page lies in its list. */
export const PageInfoType = builder.objectRef<ConnectionPage<unknown>>('PageInfo').implement({
  description: 'Where a page lies in its list (Relay).',
  fields: (t) => ({
    hasPreviousPage: t.boolean({
      description: 'Whether rows come before this page.',
      resolve: ({ hasPreviousPage }) => known(hasPreviousPage),
      ...reads({ more: true }),
    }),
    hasNextPage: t.boolean({
      description: 'Whether rows come after this page.',
      resolve: ({ hasNextPage }) => known(hasNextPage),
      ...reads({ more: true }),
    }),
    startCursor: t.string({
      nullable: true,
      resolve: ({ edges }) => edges[0]?.cursor() ?? null,
      description: 'The cursor of the first row; pass it as `before` for the page before.',
      ...reads({ place: true }),
    }),
    endCursor: t.string({
      nullable: true,
      resolve: ({ edges }) => edges.at(-1)?.cursor() ?? null,
      description: 'The cursor of the last row; pass it as `after` for the next page.',
      ...reads({ place: true }),
    }),
  }),
});

function known(isMore: boolean | null): boolean {
  if (isMore === null)
    throw new Error('Whether a list goes on was read, but no field that reads it was planned for');
  return isMore;
}

/** The paging arguments of a connection (Relay's cursor specification). */
export const pageArgs = builder.args((t) => ({
  first: t.int({
    description: `At most this many rows from the start, 0–${maxPageSize}; ${defaultPageSize} where neither this nor \`last\` is given.`,
  }),
  after: t.string({ description: 'Only rows after this cursor.' }),
  last: t.int({
    description: `At most this many rows from the end, 0–${maxPageSize}; not beside \`first\`.`,
  }),
  before: t.string({ description: 'Only rows before this cursor.' }),
}));

/** Defines the input and the enum by which a list is ordered, from its table of fields and their descriptions. */
export function orderInput<Field extends string>(name: string, fields: { readonly [F in Field]: string }) {
  const field = builder.enumType(`${name}OrderField`, {
    description: `What ${name.toLowerCase()}s can be ordered by.`,
    values: Object.fromEntries(
      Object.entries<string>(fields).map(([key, description]) => [key, { value: key, description }]),
    ) as { [key: string]: { value: Field; description: string } },
  });
  const input = builder.inputType(`${name}Order`, {
    description: 'One key of an order; where it does not decide, the next one does, and the id at last.',
    fields: (t) => ({
      field: t.field({ type: field, required: true, description: 'The field.' }),
      direction: t.field({ type: OrderEnum, defaultValue: 'ASC', description: 'The direction.' }),
    }),
  });
  // The builder cannot follow a type parameter through an enum; the table just above says what comes in.
  return input as unknown as InputRef<OrderBy<Field>>;
}

/** What a connection type is made from. */
type ConnectionOptions<Row, Node> = {
  /** What the rows are, in words. */
  readonly of: string;
  readonly node: OutputRef<Node>;
  /** The node of a row, or what reads it. */
  readonly nodeOf: (row: Row) => Node | Promise<Node>;
  /** The record inside the row's that is the node; the row's own where empty. Left out where the node is read apart. */
  readonly part?: string;
};

/**
 * Defines `<name>Connection` and `<name>Edge` in Relay's shape, with `nodes` and `totalCount` besides. The edge is
 * given back too, for the lists whose edges say more.
 */
export function connectionTypes<Row, Node>(
  name: string,
  { of, node, nodeOf, part }: ConnectionOptions<Row, Node>,
) {
  const edge = builder.objectRef<ConnectionEdge<Row>>(`${name}Edge`).implement({
    description: `One of ${of}, with its place in the list.`,
    fields: (t) => ({
      cursor: t.string({
        description: 'The place in the list; pass it as `after` or `before`.',
        resolve: ({ cursor }) => cursor(),
        ...reads({ place: true }),
      }),
      node: t.field({
        type: node,
        description: 'What stands at this place.',
        resolve: (row) => nodeOf(row.node) as never,
        ...(part !== undefined && reads({ part })),
      }),
    }),
  });
  const connection = builder.objectRef<Connection<Row>>(`${name}Connection`).implement({
    description: `A page of ${of}.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The rows of the page.',
        resolve: ({ page }) => using(page(), ({ edges }) => edges as ConnectionEdge<Row>[]),
        ...reads({ rows: true }),
      }),
      nodes: t.field({
        type: [node],
        description: 'The rows of the page without their cursors.',
        resolve: ({ page }) => using(page(), ({ edges }) => edges.map((row) => nodeOf(row.node))) as never,
        ...(part !== undefined && reads({ rows: true, part })),
      }),
      pageInfo: t.field({
        type: PageInfoType,
        description: 'Where the page lies in the list.',
        resolve: ({ page }) => page(),
        ...reads({ page: true }),
      }),
      totalCount: t.int({
        description: 'How many rows the whole list has; counted only when asked for.',
        resolve: ({ totalCount }) => totalCount(),
        ...reads({ count: true }),
      }),
    }),
  });
  return { connection, edge };
}
