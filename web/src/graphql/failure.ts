import type { CombinedError } from '@urql/core';

/** What kept an answer from coming: `message` is what the service said, in its own words. */
export type Failure =
  | { readonly kind: 'offline' | 'unreachable' | 'busy' | 'locked' }
  | { readonly kind: 'failed'; readonly message: string };

const busy = ['BUSY', 'CLIENT_LIMIT_EXCEEDED', 'RATE_LIMITED', 'TIMEOUT'];

/** Says what an error means for the reader. */
export function failureOf(error: CombinedError): Failure {
  const codes = error.graphQLErrors.map(({ extensions }) => extensions.code);
  // A token that may not ask is answered by showing another.
  if (codes.includes('UNAUTHENTICATED') || codes.includes('FORBIDDEN')) return { kind: 'locked' };
  if (codes.some((code) => busy.includes(String(code)))) return { kind: 'busy' };
  const message = error.graphQLErrors.map((one) => one.message).join(' ');
  if (message) return { kind: 'failed', message };
  return { kind: window.navigator.onLine ? 'unreachable' : 'offline' };
}
