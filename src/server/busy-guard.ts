import type { RequestListener, ServerResponse } from 'node:http';
import type { Limits } from '../limits.ts';
import { refusal } from './limits/refusal.ts';

/** How soon whoever was turned away may try again, in seconds. */
const retryAfter = 1;

const places = new WeakMap<ServerResponse, () => void>();

/** Frees the place that an answer holds, before its end: for one that goes on without work. */
export function leavePlace(response: ServerResponse): void {
  places.get(response)?.();
}

/**
 * Puts a guard before the handler that lets so many requests of the API in at one time; the rest are told at once to come
 * back. What is under way then keeps the time and the memory it needs. Probes and the playground's files always get in.
 */
export function guardBusy(limits: Limits, handler: RequestListener): RequestListener {
  const { concurrent } = limits;
  if (concurrent === 0) return handler;
  const { message, extensions } = refusal('concurrent', limits);
  const body = JSON.stringify({ errors: [{ message, extensions: { code: extensions.code } }] });
  let underWay = 0;
  return (request, response) => {
    if (!/^\/graphql\b/.test(request.url ?? '')) return handler(request, response);
    if (underWay >= concurrent) {
      response.writeHead(503, {
        'content-type': 'application/json; charset=utf-8',
        'retry-after': String(retryAfter),
        connection: 'close',
      });
      response.end(body);
      return undefined;
    }
    underWay += 1;
    const leave = () => {
      if (places.delete(response)) underWay -= 1;
    };
    places.set(response, leave);
    // Comes once, however the request ends.
    response.once('close', leave);
    return handler(request, response);
  };
}
