import { hash } from 'node:crypto';
import type { GraphQLParams } from 'graphql-yoga';

/** What an answer depends on besides the operation: the graph, the code, and the form it is sent in. */
export type Ground = readonly (string | null)[];

const asked = new Set(['query', 'operationName', 'variables']);

/**
 * The entity tag of the answer to an operation, the same in whatever order its variables are written. Undefined for
 * what is no plain operation.
 */
export function tagOf(ground: Ground, params: GraphQLParams | GraphQLParams[]): string | undefined {
  if (Array.isArray(params) || typeof params.query !== 'string') return undefined;
  if (Object.entries(params).some(([name, value]) => value != null && !asked.has(name))) return undefined;
  const { query, operationName, variables } = params;
  if (typeof (variables ?? {}) !== 'object') return undefined;
  try {
    const text = JSON.stringify([...ground, query, operationName, sorted(variables)]);
    return `"${hash('sha256', text, 'base64url')}"`;
  } catch (error) {
    // Nested too deeply for us to walk; what to say of that is for whoever needs the value.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The same value with the keys of all maps in order. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** Whether an If-None-Match header names the tag. A star names none: nobody has an answer who does not name it. */
export function isNamed(tag: string, header: string | null): boolean {
  return header?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false;
}
