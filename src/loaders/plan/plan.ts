import { type ExecutionArgs, getOperationAST, Kind } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import type { Read } from '../../graph/statements/read.ts';
import type { ParentKey } from '../reading.ts';
import { eachField } from './fields.ts';
import { planReading, readsOf } from './record.ts';
import { wantedOf } from './wanted.ts';

/** A list to read for a field of the query itself, and the key of its parent. */
export type RootRead = { readonly read: Read; readonly key: ParentKey };

/**
 * What an operation reads, as far as its fields declare it: one read for each field of the query, with what hangs on its
 * rows inside it. What is left out here is read by the resolvers.
 */
export function planOperation({
  schema,
  document,
  operationName,
  variableValues,
}: ExecutionArgs): RootRead[] {
  const node = getOperationAST(document, operationName);
  const queryType = schema.getQueryType();
  if (node?.operation !== 'query' || !queryType) return [];
  const { coerced } = getVariableValues(schema, node.variableDefinitions ?? [], variableValues ?? {});
  // Execution refuses what cannot be coerced.
  if (!coerced) return [];
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [],
    ),
  );
  const operation = { schema, fragments, variables: coerced };
  const root = wantedOf({ variable: '', columns: {} }, 1);
  const keys = new Map<string, ParentKey>();
  eachField(operation, queryType, node.selectionSet, (field, selected) => {
    const declared = readsOf(field);
    if (!declared || !('reading' in declared)) return;
    const planned = planReading(operation, { field, node: selected }, declared, root);
    for (const key of planned?.keys ?? [])
      keys.set(key, declared.reading.keyOf(root as never, planned?.args as never));
  });
  return root.finish().reads.map((read) => ({ read, key: keys.get(read.key) ?? '' }));
}
