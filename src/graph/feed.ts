import { setTimeout as sleep } from 'node:timers/promises';
import { BadUserInput, StoreError } from '../errors.ts';
import type { Feed, Write } from '../model/writes.ts';
import { type FollowedStore, revisionIn } from './follow.ts';
import { writesAt } from './statements/write.ts';

/** How often it is asked whether the graph was written to, while anyone listens. */
const lookEveryMs = 1_000;
/** How many writes are read at one time, for one who has missed more. */
const mostAtOnce = 100;

/** How long a process may be behind what another has told a listener, as questions with a revision may wait. */
const mostBehindMs = 5_000;

/**
 * Creates the feed of a graph: what anyone has written to it, this process or another. Nothing is kept for those who
 * listen but how far each is, so that who is slow, or comes back, reads what it has missed from the graph.
 */
export function createFeed(store: FollowedStore, everyMs = lookEveryMs): Feed {
  const listeners = createListeners();
  let latest: { readonly range: string; readonly writes: Promise<Write[]> } | undefined;

  /** The writes of a range of revisions, read once for all who have come as far. */
  function writesIn(from: number, to: number): Promise<Write[]> {
    const range = `${from}-${to}`;
    if (latest?.range === range) return latest.writes;
    const revisions = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const writes = store.read(writesAt, { revisions });
    latest = { range, writes };
    writes.catch(() => {
      latest = undefined;
    });
    return writes;
  }

  /** The next writes after a revision and how far they lead; nothing while there are none, or the store is away. */
  async function next(
    at: number,
  ): Promise<{ readonly writes: readonly Write[]; readonly to: number } | undefined> {
    const now = revisionIn(await store.state());
    if (now <= at) return undefined;
    const to = Math.min(now, at + mostAtOnce);
    try {
      return { writes: await writesIn(at + 1, to), to };
    } catch (error) {
      if (error instanceof StoreError) return undefined;
      throw error;
    }
  }

  async function* follow(from: Promise<number | null>, end: AbortSignal): AsyncGenerator<Write, void> {
    const pause = () => sleep(everyMs, undefined, { signal: end }).catch(() => {});
    let at = await from;
    let behindSince: number | undefined;
    while (!end.aborted) {
      if (at === null) {
        // Not known yet: to begin at the beginning would tell of everything.
        await pause();
        at = await revisionNow();
        continue;
      }
      const found = await next(at);
      for (const write of found?.writes ?? []) {
        if (end.aborted) return;
        yield write;
      }
      if (found) {
        at = found.to;
        behindSince = undefined;
        continue;
      }
      behindSince = behind(at, await revisionNow(), behindSince);
      await pause();
    }
  }

  async function revisionNow(): Promise<number | null> {
    const state = await store.state();
    return state === null ? null : revisionIn(state);
  }

  function after(revision: number | null, signal?: AbortSignal): AsyncIterable<Write> {
    // Now is when it is asked for, not when the first is waited for.
    return follow(revision === null ? revisionNow() : Promise.resolve(revision), listeners.add(signal));
  }

  return { after, close: () => listeners.end() };
}

/** Since when the graph has been behind a revision; undefined where it is not. Throws BadUserInput after a while. */
function behind(at: number, now: number | null, since: number | undefined): number | undefined {
  if (now === null || now >= at) return undefined;
  const began = since ?? performance.now();
  if (performance.now() - began <= mostBehindMs) return began;
  throw new BadUserInput(
    'Last-Event-ID',
    `names revision ${at}, and the graph is at ${now}: it is another one, or was put back. Read anew, and subscribe without it.`,
  );
}

/** Those who listen: each with a signal that ends with its own, or with all of them. */
function createListeners() {
  // No signals made of two: what is made of one that lives as long as the process may never be let go.
  const listening = new Set<AbortController>();
  let isOver = false;
  return {
    add(signal: AbortSignal | undefined): AbortSignal {
      const end = new AbortController();
      const leave = () => {
        listening.delete(end);
        end.abort();
      };
      listening.add(end);
      if (isOver || signal?.aborted) leave();
      signal?.addEventListener('abort', leave, { once: true });
      return end.signal;
    },
    end() {
      isOver = true;
      for (const one of listening) one.abort();
      listening.clear();
    },
  };
}
