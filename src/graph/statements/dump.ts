import { z } from 'zod';
import type { Statement } from '../store.ts';

const properties = z.record(z.string(), z.unknown());

/** Every node, with its labels and properties; what an engine keeps for itself has no id. */
export const allNodes: Statement<{ labels: string[]; properties: Record<string, unknown> }> = {
  name: 'dump.allNodes',
  text: 'MATCH (n) WHERE n.id IS NOT NULL RETURN labels(n) AS labels, properties(n) AS properties',
  row: z.object({ labels: z.array(z.string()), properties }).parse,
};

/** Every relationship, with the ids of its ends. */
export const allRelationships: Statement<{
  from: string;
  type: string;
  to: string;
  properties: Record<string, unknown>;
}> = {
  name: 'dump.allRelationships',
  text: 'MATCH (a)-[r]->(b) WHERE b.id IS NOT NULL RETURN a.id AS from, type(r) AS type, b.id AS to, properties(r) AS properties',
  row: z.object({ from: z.string(), type: z.string(), to: z.string(), properties }).parse,
};
