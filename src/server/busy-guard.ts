import type { RequestListener, ServerResponse } from 'node:http';
import type { Limits } from '../limits.ts';
import { createSlot } from '../slot.ts';
import { refusal } from './limits/refusal.ts';

/** How soon whoever was turned away may try again, in seconds. */
export const busyRetryAfter = 1;

/** How many requests a service has let in, those whose bodies are still coming and those with a place, and how many may have one. */
type Guests = { reading: number; underWay: number; readonly most: number; readonly onBusy: () => void };

/** A request that has been let in. A class: for each request, closures are dear. */
class Guest {
  readonly #guests: Guests;
  #stands: 'reading' | 'underWay' | 'left' = 'reading';

  constructor(guests: Guests) {
    this.#guests = guests;
    guests.reading += 1;
  }

  /** Takes a place; false where all are taken. Whoever has left needs none. */
  enter(): boolean {
    if (this.#stands !== 'reading') return true;
    this.leave();
    if (this.#guests.underWay >= this.#guests.most) {
      this.#guests.onBusy();
      return false;
    }
    this.#guests.underWay += 1;
    this.#stands = 'underWay';
    return true;
  }

  leave(): void {
    if (this.#stands === 'left') return;
    this.#guests[this.#stands] -= 1;
    this.#stands = 'left';
  }
}

const guestOf = createSlot<ServerResponse, Guest>('guest');

/** Frees the place that an answer holds, before its end: for one that goes on without work. */
export function leavePlace(response: ServerResponse): void {
  guestOf.get(response)?.leave();
}

/** Takes the place of a request whose body has come; false where all are taken. True for what no guard has seen. */
export function takePlace(response: ServerResponse | undefined): boolean {
  return (response && guestOf.get(response)?.enter()) ?? true;
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
  const guests: Guests = { reading: 0, underWay: 0, most: concurrent, onBusy };
  return (request, response) => {
    if (!/^\/graphql\b/.test(request.url ?? '')) return handler(request, response);
    const isWhole = request.method === 'GET';
    if (!isWhole && guests.reading >= readingPerPlace * concurrent) {
      onBusy();
      return turnAway(response);
    }
    const guest = new Guest(guests);
    guestOf.set(response, guest);
    // Comes once, however the request ends.
    response.once('close', () => guest.leave());
    return isWhole && !guest.enter() ? turnAway(response) : handler(request, response);
  };
}
