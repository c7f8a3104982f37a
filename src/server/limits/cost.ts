import {
  type FieldNode,
  type GraphQLField,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
} from 'graphql';
import { defaultPageSize } from '../../model/pages.ts';
import type { Operation } from '../../operation.ts';
import { argumentsOf, eachField } from '../../selection.ts';

/** What an operation costs: the records it may have to read. `depth` is how deep its fields stand inside one another. */
export type Cost = { readonly cost: number; readonly depth: number };

/** How many rows a list is taken to have that is given whole: more than nearly all have. */
const wholeList = 20;

/** What fields cost beyond the rows they give: candidates that are weighed, hops that are followed, rows that are counted. */
const dear: { readonly [field: string]: number } = {
  search: 200,
  suggest: 100,
  paths: 2_000,
  neighborhood: 2_000,
  totalCount: 20,
};

/** Rows of lists that hold more than others of their sort: stretches of time, relationships among a neighbourhood's things. */
const longLists: { readonly [type: string]: (page: number) => number } = {
  Bucket: () => 400,
  NeighborhoodEdge: (page) => page * 10,
};

/** The fields by which a page gives its rows; other lists inside it have nothing to do with how many those are. */
const ofPages: ReadonlySet<string> = new Set(['nodes', 'edges', 'paths']);

/** Rows of a page that a field asks for; the lists directly inside it hold as many. */
type Page = number | undefined;

/**
 * The cost of an operation, from the schema alone: each record is one, a list has as many as were asked for (see
 * `wholeList`), and what hangs on a record counts for each. Of types that exclude one another all are counted. It stops
 * counting once either bound is passed (0 is none), so that a document cannot make counting itself dear.
 */
export function costOf(operation: Operation, most: { readonly cost: number; readonly depth: number }): Cost {
  const bounds = {
    cost: most.cost || Number.POSITIVE_INFINITY,
    depth: most.depth || Number.POSITIVE_INFINITY,
  };
  let cost = 0;
  let depth = 0;
  const visit = (
    type: Parameters<typeof eachField>[1],
    node: FieldNode | Operation['node'],
    times: number,
    page: Page,
    level: number,
  ) => {
    eachField(operation, type, node.selectionSet, (field, selected) => {
      if (cost > bounds.cost || depth > bounds.depth) return;
      depth = Math.max(depth, level);
      const rows = rowsOf(operation, field, selected, page);
      // A field that gives no record is not free either: of them too there can be many.
      cost += times * ((dear[field.name] ?? 0) + (rows.isRecord ? rows.count : 0.01));
      visit(getNamedType(field.type), selected, times * rows.count, rows.page, level + 1);
    });
  };
  visit(operation.schema.getQueryType() ?? undefined, operation.node, 1, undefined, 1);
  return { cost: Math.ceil(cost), depth };
}

type Rows = { readonly isRecord: boolean; readonly count: number; readonly page: Page };

function rowsOf(
  operation: Operation,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  around: Page,
): Rows {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return { isRecord: false, count: 1, page: undefined };
  const args = field.args.length > 0 ? ((argumentsOf(operation, { field, node }) ?? {}) as PageSizes) : {};
  const isPaged = field.args.some(({ name }) => name === 'first');
  const size = args.ids?.length ?? args.first ?? args.last ?? (isPaged ? defaultPageSize : undefined);
  if (!isList(field)) return { isRecord: true, count: 1, page: size };
  const given = size ?? (ofPages.has(field.name) ? around : undefined) ?? wholeList;
  const count = Math.max(1, longLists[type.name]?.(given) ?? given);
  return { isRecord: true, count, page: undefined };
}

type PageSizes = {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly ids?: readonly string[];
};

function isList({ type }: GraphQLField<unknown, unknown>): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
