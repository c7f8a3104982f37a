import type { RequestListener, ServerResponse } from 'node:http';
import type { Limits } from '../limits.ts';
import { refusal } from './limits/refusal.ts';

/** How soon whoever was turned away may try again, in seconds. */
export const busyRetryAfter = 1;

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

/** How many requests whose bodies are still coming there may be, for each that may be under way: they cost a socket. */
const readingPerPlace = 16;

/** The requests whose bodies are still coming: what takes a place for each, if there is one. */
const entrances = new WeakMap<ServerResponse, () => boolean>();

/** Takes the place of a request whose body has come; false where all are taken. True for what no guard has seen. */
export function takePlace(response: ServerResponse | undefined): boolean {
  return (response && entrances.get(response)?.()) ?? true;
}

/**
 * Puts a guard before the handler that lets so many requests of the API in at one time; the rest are told at once to come
 * back, and `onBusy` hears of each. What is under way then keeps the time and the memory it needs. A request with a body
 * takes its place when that has come (`takePlace`), or who sends ever so slowly would hold it. Probes and files of pages
 * always get in.
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
  const turnAway = (response: ServerResponse) => {
    response.writeHead(503, {
      'content-type': 'application/json; charset=utf-8',
      'retry-after': String(busyRetryAfter),
      connection: 'close',
    });
    response.end(body);
  };
  let [reading, underWay] = [0, 0];
  const enter = (response: ServerResponse): boolean => {
    if (underWay >= concurrent) {
      onBusy();
      return false;
    }
    underWay += 1;
    places.set(response, () => {
      if (places.delete(response)) underWay -= 1;
    });
    return true;
  };
  return (request, response) => {
    if (!/^\/graphql\b/.test(request.url ?? '')) return handler(request, response);
    // Comes once, however the request ends.
    response.once('close', () => {
      if (entrances.delete(response)) reading -= 1;
      leavePlace(response);
    });
    if (request.method === 'GET') return enter(response) ? handler(request, response) : turnAway(response);
    if (reading >= readingPerPlace * concurrent) {
      onBusy();
      return turnAway(response);
    }
    reading += 1;
    entrances.set(response, () => {
      entrances.delete(response);
      reading -= 1;
      return enter(response);
    });
    return handler(request, response);
  };
}
