import {
  BREAK,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { defaultPageSize } from '../../model/pages.ts';
import type { Operation } from '../../operation.ts';
import { argumentsOf, eachField } from '../../selection.ts';

/** What an operation costs: the records it may have to read. `depth` is how deep its fields stand inside one another. */
export type Cost = { readonly cost: number; readonly depth: number };

/** How many rows a list is taken to have that is given whole: more than nearly all have. */
const wholeList = 20;

/** What fields cost beyond the rows they give: candidates that are weighed, hops that are followed, rows that are counted, facts that are written. */
const dear: { readonly [field: string]: number } = {
  search: 200,
  suggest: 100,
  paths: 2_000,
  neighborhood: 2_000,
  totalCount: 20,
  loadDossier: 1_000,
  retractDossier: 1_000,
  mergeEntities: 5_000,
  unmergeEntities: 5_000,
};

/** Rows of lists that hold more than others of their sort: stretches of time, relationships among a neighbourhood's things. */
const longLists: { readonly [type: string]: (page: number) => number } = {
  Bucket: () => 400,
  NeighborhoodEdge: (page) => page * 10,
};

/** About how many the schema has of what it can be asked for, by the fields that list them. */
const introspected: { readonly [field: string]: number } = {
  types: 120,
  fields: 5,
  args: 2,
  enumValues: 3,
  inputFields: 2,
  interfaces: 1,
  possibleTypes: 2,
  directives: 6,
};

/** The fields by which a page gives its rows; other lists inside it have nothing to do with how many those are. */
const ofPages: ReadonlySet<string> = new Set(['nodes', 'edges', 'paths']);

/** Rows of a page that a field asks for; the lists directly inside it hold as many. */
type Page = number | undefined;

/** The bounds past which costs are not counted on; 0 is none. */
type Bounds = { readonly cost: number; readonly depth: number };

/**
 * Gives what counts costs within some bounds. What no variable changes is counted once: clients send the same documents
 * over and over, which are parsed once.
 */
export function createCosting(most: Bounds): (operation: Operation) => Cost {
  const steady = new WeakMap<OperationDefinitionNode, Cost | null>();
  return (operation) => {
    const known = steady.get(operation.node);
    if (known) return known;
    const cost = costOf(operation, most);
    if (known === undefined) steady.set(operation.node, isSteady(operation) ? cost : null);
    return cost;
  };
}

/** The arguments that decide what an operation costs: of lists, and of @skip and @include. */
const deciding: ReadonlySet<string> = new Set(['first', 'last', 'ids', 'if']);

/** Whether an operation costs the same whatever its variables. */
function isSteady({ node, fragments }: Operation): boolean {
  let isDecided = false;
  for (const part of [node, ...Object.values(fragments)]) {
    visit(part, {
      VariableDefinition: () => false,
      Argument: ({ name }) => (deciding.has(name.value) ? undefined : false),
      Variable: () => {
        isDecided = true;
        return BREAK;
      },
    });
  }
  return !isDecided;
}

/**
 * The cost of an operation, from the schema alone: each record is one, a list has as many as were asked for (see
 * `wholeList`), and what hangs on a record counts for each. Of types that exclude one another all are counted. It stops
 * counting once either bound is passed (0 is none), so that a document cannot make counting itself dear.
 */
function costOf(operation: Operation, most: Bounds): Cost {
  const bounds = {
    cost: most.cost || Number.POSITIVE_INFINITY,
    depth: most.depth || Number.POSITIVE_INFINITY,
  };
  let cost = 0;
  let depth = 0;
  const visitFields = (
    type: Parameters<typeof eachField>[1],
    node: FieldNode | Operation['node'],
    times: number,
    page: Page,
    level: number,
  ) => {
    eachField(
      operation,
      type,
      node.selectionSet,
      (field, selected) => {
        if (cost > bounds.cost || depth > bounds.depth) return;
        depth = Math.max(depth, level);
        const shape = shapeOf(field);
        // A field that gives no record is not free either: of them too there can be many.
        if (!shape.isRecord) cost += times * (shape.extra + 0.01);
        else {
          const size = sizeOf(operation, selected, shape);
          const count = shape.isList ? rowsIn(field.name, shape.type, size, page) : 1;
          cost += times * (shape.extra + count);
          visitFields(shape.type, selected, times * count, shape.isList ? undefined : size, level + 1);
        }
      },
      { meta: true },
    );
  };
  visitFields(
    operation.schema.getRootType(operation.node.operation) ?? undefined,
    operation.node,
    1,
    undefined,
    1,
  );
  return { cost: Math.ceil(cost), depth };
}

/** What a field gives, as far as cost goes: the same for all operations. */
type Shape = {
  readonly type: GraphQLNamedType;
  readonly isRecord: boolean;
  readonly isList: boolean;
  readonly isPaged: boolean;
  /** The field with those of its arguments that say how many: `first` and `last`, or `ids`; nothing where none does. */
  readonly sized: GraphQLField<unknown, unknown> | undefined;
  readonly extra: number;
  /** The rows of a page where nobody says how many. */
  readonly standard: number;
};

const shapes = new WeakMap<GraphQLField<unknown, unknown>, Shape>();

function shapeOf(field: GraphQLField<unknown, unknown>): Shape {
  const known = shapes.get(field);
  if (known) return known;
  const type = getNamedType(field.type);
  const first = field.args.find(({ name }) => name === 'first');
  const isPaged = first !== undefined;
  // The others must not count: were one of them not to be read, the number asked for would not be either.
  const sizing = field.args.filter(({ name }) => deciding.has(name));
  const shape = {
    type,
    isRecord: isCompositeType(type),
    isList: isListType(isNonNullType(field.type) ? field.type.ofType : field.type),
    isPaged,
    sized: sizing.length > 0 ? { ...field, args: sizing } : undefined,
    extra: dear[field.name] ?? 0,
    standard: typeof first?.defaultValue === 'number' ? first.defaultValue : defaultPageSize,
  };
  shapes.set(field, shape);
  return shape;
}

type PageSizes = {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly ids?: readonly string[];
};

/** The rows that a field's arguments ask for. */
function sizeOf(operation: Operation, node: FieldNode, { isPaged, sized, standard }: Shape): Page {
  if (!sized) return undefined;
  const { ids, first, last }: PageSizes = argumentsOf(operation, { field: sized, node }) ?? {};
  return ids?.length ?? first ?? last ?? (isPaged ? standard : undefined);
}

function rowsIn(list: string, type: GraphQLNamedType, size: Page, around: Page): number {
  if (type.name.startsWith('__')) return introspected[list] ?? wholeList;
  const given = size ?? (ofPages.has(list) ? around : undefined) ?? wholeList;
  return Math.max(1, longLists[type.name]?.(given) ?? given);
}
