import type { CombinedError } from '@urql/core';

/** What kept an answer from coming: `message` is what the service said, in its own words. */
export type Failure =
  | { readonly kind: 'offline' | 'unreachable' | 'busy' | 'locked' | 'forbidden' }
  | { readonly kind: 'failed'; readonly message: string };

const busy = ['BUSY', 'CLIENT_LIMIT_EXCEEDED', 'RATE_LIMITED', 'TIMEOUT'];

/** Says what an error means for the reader. */
export function failureOf(error: CombinedError): Failure {
  const codes = error.graphQLErrors.map(({ extensions }) => extensions.code);
  if (codes.includes('UNAUTHENTICATED')) return { kind: 'locked' };
  // The token is good, and may not do this: whoever entered it should not be asked for it again.
  if (codes.includes('FORBIDDEN')) return { kind: 'forbidden' };
  if (codes.some((code) => busy.includes(String(code)))) return { kind: 'busy' };
  const message = error.graphQLErrors.map((one) => one.message).join(' ');
  if (message) return { kind: 'failed', message };
  return { kind: window.navigator.onLine ? 'unreachable' : 'offline' };
}
