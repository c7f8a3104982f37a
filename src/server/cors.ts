import { useCORS } from '@whatwg-node/server';
import type { Plugin } from 'graphql-yoga';

/** What scripts of pages elsewhere may send with what they ask, and read of an answer. */
const asked = [
  'accept',
  'accept-language',
  'authorization',
  'content-type',
  'if-none-match',
  'last-event-id',
  'throughline-revision',
  'traceparent',
  'x-request-id',
];
const read = ['etag', 'retry-after', 'throughline-revision', 'x-request-id'];

/**
 * Lets scripts of pages at some origins ask: `*` for all, none for an empty list. Nothing but a token lets anyone in, so
 * no cookies are asked for.
 */
export function useCors(origins: readonly string[]): Plugin {
  if (origins.length === 0) return {};
  return useCORS((request: Request) => {
    const origin = request.headers.get('origin') ?? '';
    // The library would answer others with the origin "null", which is that of every sandboxed page.
    if (!origins.includes('*') && !origins.includes(origin)) return false;
    return {
      // Two, so that the library says that the answer depends on who asks.
      origin: [origin, '*'],
      credentials: false,
      methods: ['GET', 'POST'],
      allowedHeaders: asked,
      exposedHeaders: read,
      maxAge: 3600,
    };
  }) as Plugin;
}
