import type { Operation, Variables } from '../ops/operation.ts';
import type { ServerKind } from '../servers/index.ts';

/** The headers of every request. */
export const headers = { 'content-type': 'application/json', 'accept-language': 'en' } as const;

/** The body of a request that asks a server an operation. */
export function bodyFor({ speaks }: ServerKind, operation: Operation, drawn: Variables): string {
  if (speaks === 'hello') return JSON.stringify({ query: '{ hello }' });
  const { query, variables } = operation[speaks];
  return JSON.stringify({ query, variables: variables(drawn) });
}
