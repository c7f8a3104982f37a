import type { InputRef, OutputRef } from '@pothos/core';
import type { OrderBy } from '../model/filters.ts';
import type { Connection, ConnectionEdge } from '../resolvers/connection.ts';
import { defaultPageSize, maxPageSize } from '../resolvers/page.ts';
import { builder } from './builder.ts';
import { OrderEnum } from './enums.ts';

type PageInfo = Connection<unknown>['pageInfo'];

/** Where a page lies in its list. */
export const PageInfoType = builder.objectRef<PageInfo>('PageInfo').implement({
  description: 'Where a page lies in its list (Relay).',
  fields: (t) => ({
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
      description: 'Whether rows come before this page.',
    }),
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether rows come after this page.' }),
    startCursor: t.exposeString('startCursor', {
      nullable: true,
      description: 'The cursor of the first row; pass it as `before` for the page before.',
    }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: 'The cursor of the last row; pass it as `after` for the next page.',
    }),
  }),
});

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
};

/**
 * Defines `<name>Connection` and `<name>Edge` in Relay's shape, with `nodes` and `totalCount` besides. The edge is
 * given back too, for the lists whose edges say more.
 */
export function connectionTypes<Row, Node>(name: string, { of, node, nodeOf }: ConnectionOptions<Row, Node>) {
  const edge = builder.objectRef<ConnectionEdge<Row>>(`${name}Edge`).implement({
    description: `One of ${of}, with its place in the list.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        description: 'The place in the list; pass it as `after` or `before`.',
      }),
      node: t.field({
        type: node,
        description: 'What stands at this place.',
        resolve: (row) => nodeOf(row.node) as never,
      }),
    }),
  });
  const connection = builder.objectRef<Connection<Row>>(`${name}Connection`).implement({
    description: `A page of ${of}.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The rows of the page.',
        resolve: ({ edges }) => [...edges],
      }),
      nodes: t.field({
        type: [node],
        description: 'The rows of the page without their cursors.',
        resolve: ({ edges }) => edges.map((row) => nodeOf(row.node)) as never,
      }),
      pageInfo: t.field({
        type: PageInfoType,
        description: 'Where the page lies in the list.',
        resolve: ({ pageInfo }) => pageInfo,
      }),
      totalCount: t.int({
        description: 'How many rows the whole list has; counted only when asked for.',
        resolve: ({ totalCount }) => totalCount(),
      }),
    }),
  });
  return { connection, edge };
}
