import { allNodes, allRelationships } from './statements/dump.ts';
import { lesserEnd } from './statements/lesser-end.ts';
import type { GraphStore } from './store.ts';

/** Labels of what tells how the graph came to be. */
const past: ReadonlySet<string> = new Set(['Graph', 'Write', 'IdempotencyKey']);

/**
 * The whole graph as JSON, a line a node or relationship, sorted: two graphs are the same if their dumps are. What is
 * kept of writes is left out, since the same graph can be reached in more than one way.
 */
export async function dumpGraph(store: GraphStore): Promise<string> {
  const nodes = (await store.read(allNodes, {}))
    .filter(({ labels }) => !labels.some((label) => past.has(label)))
    .map(({ labels, properties }) => ({ labels: [...labels].sort(), properties }));
  const relationships = (await store.read(allRelationships, {})).map(withoutLesserEnd);
  const lines = [...nodes, ...relationships].map((row) => JSON.stringify(row, sortedKeys));
  return `${lines.sort().join('\n')}\n`;
}

/** Which end of a relationship is the lesser depends on when it was stored, and not every engine asks. */
function withoutLesserEnd<T extends { readonly properties: Record<string, unknown> }>(row: T): T {
  const { [lesserEnd]: _, ...properties } = row.properties;
  return { ...row, properties };
}

/** Engines list properties in orders of their own. */
function sortedKeys(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
