import {
  type ExecutionArgs,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { getArgumentValues, getVariableValues } from 'graphql/execution/values.js';
import type { Read } from '../../graph/statements/read.ts';
import type { ParentKey } from '../reading.ts';
import { eachField, type Operation } from './fields.ts';
import type { Reads } from './reads.ts';
import { attempt, planReading, planRecord, readsOf, type Selected } from './record.ts';
import { wantedOf } from './wanted.ts';

/** A list to read for a field of the query itself, and for whom: one parent, or each of many nodes by its id. */
export type RootRead = { readonly read: Read } & (
  | { readonly key: ParentKey }
  | { readonly ids: readonly string[] }
);

/**
 * What an operation reads, as far as its fields declare it: one read for each field of the query, with what hangs on its
 * rows inside it. What is left out here is read by the resolvers.
 */
export function planOperation(args: ExecutionArgs): RootRead[] {
  const node = getOperationAST(args.document, args.operationName);
  const queryType = args.schema.getQueryType();
  const operation = node && operationOf(args, node);
  if (node?.operation !== 'query' || !queryType || !operation) return [];
  const root = wantedOf({ variable: '', columns: {} }, 1);
  const keys = new Map<string, ParentKey>();
  const nodes: RootRead[] = [];
  eachField(operation, queryType, node.selectionSet, (field, selected) => {
    const declared = readsOf(field);
    if (!declared) return;
    if ('nodes' in declared) nodes.push(...planNodes(operation, { field, node: selected }, declared.nodes));
    if (!('reading' in declared)) return;
    const planned = planReading(operation, { field, node: selected }, declared, root);
    for (const key of planned?.keys ?? [])
      keys.set(key, declared.reading.keyOf(root as never, planned?.args as never));
  });
  const reads = root.finish().reads.map((read) => ({ read, key: keys.get(read.key) ?? '' }));
  return [...reads, ...nodes];
}

/** The operation with its fragments and variables; nothing where the variables are not what it declares. */
function operationOf(
  { schema, document, variableValues }: ExecutionArgs,
  { variableDefinitions }: OperationDefinitionNode,
): Operation | undefined {
  const { coerced } = getVariableValues(schema, variableDefinitions ?? [], variableValues ?? {});
  // Execution refuses what cannot be coerced.
  if (!coerced) return undefined;
  const fragments = document.definitions.flatMap((one): [string, FragmentDefinitionNode][] =>
    one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [],
  );
  return { schema, fragments: new Map(fragments), variables: coerced };
}

/** The nodes that a field names, read by their ids: those of one sort with one statement. */
function planNodes(
  operation: Operation,
  selected: Selected,
  nodesOf: Extract<Reads, { nodes: unknown }>['nodes'],
): RootRead[] {
  const args = getArgumentValues(selected.field, selected.node, operation.variables);
  const groups = attempt(() => nodesOf(args as never)) ?? [];
  return groups.map(({ key, list, types, ids }) => {
    const rows = wantedOf(list.record, ids.length);
    planRecord(operation, selected, rows, types);
    return { read: { key, list, take: { kind: 'ALL' }, wanted: rows.finish() }, ids };
  });
}
