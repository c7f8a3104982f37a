import {
  type FieldNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import type { Operation } from './operation.ts';

/** A field that is selected: its definition, and where it stands in the document. */
export type Selected = { readonly field: GraphQLField<unknown, unknown>; readonly node: FieldNode };

/** The types that what is selected from can be, where they are fewer than the schema says; whether `__schema` and `__type` count. */
type EachOptions = { readonly among?: ReadonlySet<string> | undefined; readonly meta?: boolean };

const metaFields: { readonly [name: string]: GraphQLField<unknown, unknown> } = {
  __schema: SchemaMetaFieldDef,
  __type: TypeMetaFieldDef,
};

type Visit = (field: GraphQLField<unknown, unknown>, node: FieldNode) => void;

/**
 * Visits the fields that a selection asks of a type, those of its fragments too (each with the field of the type it is
 * on), and none that @skip or @include leave out. Fragments that fit none of the types it can be are passed over: what
 * they ask for is of another record.
 */
export function eachField(
  operation: Operation,
  type: GraphQLNamedType | undefined,
  selection: SelectionSetNode | undefined,
  visit: Visit,
  { among, meta = false }: EachOptions = {},
): void {
  if (!selection || !type) return;
  const possible = among ?? typesOf(operation, type);
  eachOf({ operation, visit, possible, meta, seen: new Set() }, type, selection);
}

/** What a visit keeps to; a fragment is visited once, since fragments that spread one another twice over double each time. */
type Visiting = {
  readonly operation: Operation;
  readonly visit: Visit;
  readonly possible: ReadonlySet<string>;
  readonly meta: boolean;
  readonly seen: Set<string>;
};

function eachOf(visiting: Visiting, type: GraphQLNamedType, selection: SelectionSetNode): void {
  const { operation, visit, possible, meta, seen } = visiting;
  for (const node of selection.selections) {
    if (isLeftOut(node, operation)) continue;
    if (node.kind === 'Field') {
      const field =
        isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
      const found = field ?? (meta ? metaFields[node.name.value] : undefined);
      if (found) visit(found, node);
      continue;
    }
    if (node.kind === 'FragmentSpread') {
      if (seen.has(node.name.value)) continue;
      seen.add(node.name.value);
    }
    const fragment = node.kind === 'FragmentSpread' ? operation.fragments[node.name.value] : node;
    const on = fragment?.typeCondition ? operation.schema.getType(fragment.typeCondition.name.value) : type;
    if (fragment && on && [...typesOf(operation, on)].some((name) => possible.has(name)))
      eachOf(visiting, on, fragment.selectionSet);
  }
}

const namesOfTypes = new WeakMap<GraphQLNamedType, ReadonlySet<string>>();

/** The names of the object types that something of a type can be. */
function typesOf({ schema }: Operation, type: GraphQLNamedType): ReadonlySet<string> {
  const known = namesOfTypes.get(type);
  if (known) return known;
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const names = new Set(possible.map(({ name }) => name));
  namesOfTypes.set(type, names);
  return names;
}

function isLeftOut(node: SelectionNode, { variables }: Operation): boolean {
  if (!node.directives || node.directives.length === 0) return false;
  const isGiven = attempt(() => {
    const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
    return skip?.if !== true && include?.if !== false;
  });
  return isGiven !== true;
}

/** The arguments of a field as its resolver will have them; nothing for what execution refuses, at its own place. */
export function argumentsOf(operation: Operation, { field, node }: Selected): object | undefined {
  return attempt(() => getArgumentValues(field, node, operation.variables));
}

/** What a function gives; nothing where it throws. */
export function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
