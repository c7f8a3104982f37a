import type { RequestListener } from 'node:http';

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
].join(', ');
const read = ['etag', 'retry-after', 'throughline-revision', 'x-request-id'].join(', ');

/** What a page is told that asks whether it may ask, besides that it may. */
const ofPreflight = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': asked,
  'access-control-max-age': '3600',
} as const;

/** Whether answers depend on where the page is that asks: where all may ask, or none, they do not. */
export function dependsOnOrigin(origins: readonly string[]): boolean {
  return origins.length > 0 && !origins.includes('*');
}

/**
 * Lets scripts of pages at some origins ask: `*` for all, none for an empty list. It stands before everything that
 * answers, so that they can read whatever that says: also that they are turned away, and why. Nothing but a token lets
 * anyone in, so no cookies are asked for.
 */
export function withCors(origins: readonly string[], handler: RequestListener): RequestListener {
  if (origins.length === 0) return handler;
  const isForAll = !dependsOnOrigin(origins);
  return (request, response) => {
    const { origin } = request.headers;
    if (!isForAll) response.setHeader('vary', 'origin');
    if (origin === undefined || !(isForAll || origins.includes(origin))) return handler(request, response);
    response.setHeader('access-control-allow-origin', isForAll ? '*' : origin);
    response.setHeader('access-control-expose-headers', read);
    const isPreflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'];
    if (!isPreflight) return handler(request, response);
    response.writeHead(204, ofPreflight).end();
  };
}
