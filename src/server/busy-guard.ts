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

/** How often a log hears that requests are turned away, in milliseconds: each of them is what it should not have to write. */
const tellEveryMs = 1_000;

/** Gives what counts requests that are turned away, and tells of them once in a while. */
export function tellOfBusy(tell: (turnedAway: number) => void, now = () => performance.now()): () => void {
  let [untold, toldAt] = [0, Number.NEGATIVE_INFINITY];
  return () => {
    untold += 1;
    if (now() - toldAt < tellEveryMs) return;
    tell(untold);
    [untold, toldAt] = [0, now()];
  };
}

/**
 * Puts a guard before the handler that lets so many requests of the API in at one time; the rest are told at once to come
 * back, and `onBusy` hears of each. What is under way then keeps the time and the memory it needs. Probes and the playground's files always get in.
 */
export function guardBusy(
  limits: Limits,
  handler: RequestListener,
  onBusy: () => void = () => {},
): RequestListener {
  const { concurrent } = limits;
  if (concurrent === 0) return handler;
  const { message, extensions } = refusal('concurrent', limits);
  const body = JSON.stringify({ errors: [{ message, extensions: { code: extensions.code } }] });
  let underWay = 0;
  return (request, response) => {
    if (!/^\/graphql\b/.test(request.url ?? '')) return handler(request, response);
    if (underWay >= concurrent) {
      onBusy();
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
