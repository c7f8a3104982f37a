import {
  type ExecutionArgs,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { createSlot } from './slot.ts';

/** An operation that was asked for: its fragments by name, and the values of its variables. */
export type Operation = {
  readonly schema: GraphQLSchema;
  readonly node: OperationDefinitionNode;
  readonly fragments: { [name: string]: FragmentDefinitionNode };
  readonly variables: { [variable: string]: unknown };
};

const operations = createSlot<ExecutionArgs, { readonly operation: Operation | undefined }>('operation');

/**
 * The operation that a request asks for; nothing where there is none, or its variables are not what it declares. Made out
 * once, however many ask for it: a plugin that changes the document or its variables must do so before the first does.
 */
export function operationOf(args: ExecutionArgs): Operation | undefined {
  const known = operations.get(args);
  if (known) return known.operation;
  const operation = makeOut(args);
  operations.set(args, { operation });
  return operation;
}

function makeOut({ schema, document, operationName, variableValues }: ExecutionArgs): Operation | undefined {
  const node = getOperationAST(document, operationName);
  if (!node) return undefined;
  const { coerced } = getVariableValues(schema, node.variableDefinitions ?? [], variableValues ?? {});
  if (!coerced) return undefined;
  const fragments: Operation['fragments'] = Object.create(null);
  for (const one of document.definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments[one.name.value] = one;
  return { schema, node, fragments, variables: coerced };
}
