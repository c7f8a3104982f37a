import type { Read } from '../../graph/statements/read.ts';
import type { Operation } from '../../operation.ts';
import { argumentsOf, attempt, eachField, type Selected } from '../../selection.ts';
import type { ParentKey } from '../reading.ts';
import type { NodeGroup, Reads } from './reads.ts';
import { planReading, planRecord, readsOf } from './record.ts';
import { type WantedBuilder, wantedOf } from './wanted.ts';

/** A list to read for a field of the query itself, and for whom: one parent, or each of many nodes by its id. */
export type RootRead = { readonly read: Read } & (
  | { readonly key: ParentKey }
  | { readonly ids: readonly string[] }
);

/**
 * What an operation reads, as far as its fields declare it: one read for each field of the query, with what hangs on its
 * rows inside it. What is left out here is read by the resolvers.
 */
export function planOperation(operation: Operation): RootRead[] {
  const { schema, node } = operation;
  const queryType = schema.getQueryType();
  if (node.operation !== 'query' || !queryType) return [];
  const root = wantedOf({ variable: '', columns: {} }, 1);
  const keys = new Map<string, ParentKey>();
  const nodes = new Map<string, NamedNodes>();
  eachField(operation, queryType, node.selectionSet, (field, selected) => {
    const declared = readsOf(field);
    if (!declared) return;
    if ('nodes' in declared) planNodes(operation, { field, node: selected }, declared.nodes, nodes);
    if (!('reading' in declared)) return;
    const planned = planReading(operation, { field, node: selected }, declared, root);
    for (const key of planned?.keys ?? [])
      keys.set(key, declared.reading.keyOf(root as never, planned?.args as never));
  });
  const reads = root.finish().reads.map((read) => ({ read, key: keys.get(read.key) ?? '' }));
  return [...reads, ...[...nodes.values()].map(readOfNodes)];
}

/** Nodes of one list that fields name by the same ids, and what is wanted of them. */
type NamedNodes = { readonly group: NodeGroup; readonly rows: WantedBuilder };

/** Collects the nodes that a field names, those of one list together; other fields may have named the same. */
function planNodes(
  operation: Operation,
  selected: Selected,
  nodesOf: Extract<Reads, { nodes: unknown }>['nodes'],
  nodes: Map<string, NamedNodes>,
): void {
  const args = argumentsOf(operation, selected);
  for (const group of (args && attempt(() => nodesOf(args as never))) ?? []) {
    const rows = nodes.get(group.key)?.rows ?? wantedOf(group.list.record, group.ids.length);
    nodes.set(group.key, { group, rows });
    planRecord(operation, selected, rows, group.types);
  }
}

function readOfNodes({ group: { key, list, ids }, rows }: NamedNodes): RootRead {
  return { read: { key, list, take: { kind: 'ALL' }, wanted: rows.finish() }, ids };
}
