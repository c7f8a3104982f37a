import { setTimeout as sleep } from 'node:timers/promises';
import { currentRevision } from './statements/load.ts';
import type { GraphStore } from './store.ts';

/** How long what is known of the graph's state is trusted: others may write to the same Neo4j. */
const trustedMs = 1_000;
/** A state that is not told by then counts as not known: whoever asked can do without. */
const patienceMs = 2_000;
/** How often a store that is behind is asked again. */
const askAgainMs = 50;

/** A store that can name the state of the graph it reads. */
export type FollowedStore = GraphStore & {
  /**
   * A name of the graph's state, which no other state has: what was read under one name can be answered under the
   * same name again. It changes with every write through this store as soon as that has ended, and with the writes
   * of others a second later at most. Null while it cannot be learnt. What is read after it was asked for is of this
   * state or a later one.
   */
  state(): Promise<string | null>;
  /**
   * Waits until the graph that is read has seen so many writes, and tells whether it has within a time; `signal` ends the
   * waiting. What is read afterwards has seen them too: of a cluster, each member waits for what another has shown us.
   */
  reach(
    revision: number,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<boolean>;
};

/** The count of writes in the name of a state; 0 where there is none. */
export function revisionIn(state: string | null): number {
  return Number.parseInt(state ?? '', 10) || 0;
}

/** The same store, which follows the state of the graph. */
export function followed(store: GraphStore): FollowedStore {
  let known: { readonly state: string | null; readonly at: number } | undefined;
  let asking: Promise<string | null> | undefined;
  let writes = 0;
  // For a write that counted itself nowhere: it is told apart all the same.
  let counted = { revision: '', writes: 0 };

  async function ask(): Promise<string | null> {
    const at = performance.now();
    const before = writes;
    const revision = await readRevision(store);
    // A write has ended meanwhile: this may be the state it found.
    if (before !== writes) return state();
    if (revision !== null && revision !== counted.revision) counted = { revision, writes };
    const name = revision === null ? null : `${revision}.${writes - counted.writes}`;
    // A state is as old as the question; a failure counts from when it was known.
    known = { state: name, at: name === null ? performance.now() : at };
    asking = undefined;
    return name;
  }

  async function state(): Promise<string | null> {
    if (known && performance.now() - known.at < trustedMs) return known.state;
    asking ??= ask();
    return asking;
  }

  async function reach(
    revision: number,
    { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    while (revisionIn(await state()) < revision) {
      if (performance.now() >= deadline || signal?.aborted) return false;
      await sleep(askAgainMs);
      // What is trusted of the state may be older than what others have written.
      known = undefined;
    }
    return true;
  }

  return {
    ...store,
    state,
    reach,
    write: (work) =>
      store.write(work).finally(() => {
        writes += 1;
        known = undefined;
        asking = undefined;
      }),
  };
}

async function readRevision(store: GraphStore): Promise<string | null> {
  try {
    const [row] = await store.read(currentRevision, {}, { timeoutMs: patienceMs });
    return row ? `${row.revision}-${row.revisedAt}` : 'empty';
  } catch {
    // Whoever reads next meets the same trouble, and tells of it.
    return null;
  }
}
