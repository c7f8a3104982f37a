import { globalId, maxNodes, type Node, nodeById, nodeGroups, nodesByIds } from '../resolvers/node.ts';
import { reads } from '../resolvers/reads.ts';
import { builder } from './builder.ts';

/** Everything with an address: `node(id)` finds it again. */
export const NodeInterface = builder.interfaceRef<{ id: string }>('Node').implement({
  description: 'Something with an address that `node(id)` finds again (Relay).',
  resolveType: (node) => (node as Node).typeName,
  fields: (t) => ({
    id: t.id({ description: 'The global id.', resolve: idOf, ...reads({ columns: ['id', 'kind'] }) }),
  }),
});

function idOf(node: { id: string; kind?: string; typeName?: string }): string {
  return globalId(node.typeName ?? node.kind ?? '', node.id);
}

/** The `id` field of a type that is not named after the `kind` of its record. */
export function idFieldOf(typeName: string) {
  return {
    description: 'The global id.',
    resolve: ({ id }: { id: string }) => globalId(typeName, id),
    ...reads({ columns: ['id'] }),
  };
}

builder.queryFields((t) => ({
  node: t.field({
    type: NodeInterface,
    nullable: true,
    description: 'The node with a global id; null where there is none.',
    args: { id: t.arg.id({ required: true, description: 'A global id, as an `id` field gave it.' }) },
    resolve: (_, { id }, context) => nodeById(id, context),
    ...reads({ nodes: ({ id }: { id: string }) => nodeGroups({ ids: [id] }) }),
  }),
  nodes: t.field({
    type: [NodeInterface],
    nullable: { list: false, items: true },
    description: 'The nodes with these global ids, in their order; null for each that is not there.',
    args: { ids: t.arg.idList({ required: true, description: `Global ids, at most ${maxNodes}.` }) },
    resolve: (_, { ids }, context) => nodesByIds(ids, context),
    ...reads({ nodes: nodeGroups }),
  }),
}));
