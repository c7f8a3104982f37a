import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** An operation while it is being planned: its fragments by name, and the values of its variables. */
export type Operation = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: { [variable: string]: unknown };
};

type Visit = (field: GraphQLField<unknown, unknown>, node: FieldNode) => void;

/**
 * Visits the fields that a selection asks of a type, those of its fragments too (each with the field of the type it is
 * on), and none that @skip or @include leave out. Where it is known that the type is one of some, fragments on others are
 * passed over.
 */
export function eachField(
  operation: Operation,
  type: GraphQLNamedType | undefined,
  selection: SelectionSetNode | undefined,
  visit: Visit,
  among?: ReadonlySet<string>,
): void {
  if (!selection) return;
  for (const node of selection.selections) {
    if (isLeftOut(node, operation)) continue;
    if (node.kind === 'Field') {
      const field =
        isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
      if (field) visit(field, node);
      continue;
    }
    const fragment = node.kind === 'FragmentSpread' ? operation.fragments.get(node.name.value) : node;
    const on = fragment?.typeCondition ? operation.schema.getType(fragment.typeCondition.name.value) : type;
    if (canBe(operation, on, among)) eachField(operation, on, fragment?.selectionSet, visit, among);
  }
}

function canBe(
  { schema }: Operation,
  type: GraphQLNamedType | undefined,
  among: ReadonlySet<string> | undefined,
): boolean {
  if (!among || !type) return true;
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return possible.some(({ name }) => among.has(name));
}

function isLeftOut(node: SelectionNode, { variables }: Operation): boolean {
  if (!node.directives || node.directives.length === 0) return false;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
  return skip?.if === true || include?.if === false;
}
