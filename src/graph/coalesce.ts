import { StoreError } from '../errors.ts';
import { withinBounds } from './bounds.ts';
import { mergeKeys, type Pairs, splitPairs } from './merge-keys.ts';
import { decodeRows } from './rows.ts';
import { pairsOf } from './statements/keyed.ts';
import type {
  GraphStore,
  OrderedCounts,
  Params,
  ReadOptions,
  SearchCandidates,
  SearchRequest,
  Statement,
  Value,
} from './store.ts';

/** Statements of one kind under way at a time: with one, the store idles between two; more gained nothing. */
const mostInFlight = 2;
/** Keys merged into one statement. A request that asks for more goes alone. */
const mostKeys = 256;

/** A request for the values of some keys, until it is answered or gone. */
type Request = {
  readonly keys: readonly Value[];
  readonly timeoutMs: number | undefined;
  readonly resolve: (pairs: Pairs) => void;
  readonly reject: (error: unknown) => void;
  gone: boolean;
  /** Tells the batch it is part of that nobody waits for its share. */
  leave: () => void;
};

type Ask = (keys: readonly Value[], bounds: ReadOptions) => Promise<Pairs>;

/** What the store parses of a batch; what was found for a key is parsed by the statement of each request. */
const pairsRow = pairsOf((value) => value);

/**
 * The same store, in which equal keyed statements of concurrent requests are asked as one, searches, and equal counts.
 * Requests that come while others are under way wait for the next batch, never joining one that has begun: a read that
 * begins after a write has ended sees it. Each request decodes its own rows, so that nobody is given what another may
 * have hung on them; counts and candidates are shared, and nobody changes them.
 */
export function coalescing(store: GraphStore): GraphStore {
  const lanes = new Map<string, Lane>();

  function laneOf(kind: string, ask: Ask): Lane {
    const lane = lanes.get(kind) ?? createLane(ask, () => lanes.delete(kind));
    lanes.set(kind, lane);
    return lane;
  }

  /** Joins those that ask for the same: `kind` says what, beside the keys. */
  function join(name: string, kind: string, keys: readonly Value[], ask: Ask, options: ReadOptions) {
    let abandon = () => {};
    const joined = () =>
      new Promise<Pairs>((resolve, reject) => {
        const { timeoutMs } = options;
        const request: Request = { keys, timeoutMs, resolve, reject, gone: false, leave: () => {} };
        const lane = laneOf(kind, ask);
        lane.add(request);
        abandon = () => lane.remove(request);
      });
    return withinBounds({ name }, options, joined, () => abandon());
  }

  function readKeys(
    { name, text, isKeyed }: Statement,
    keys: readonly Value[],
    others: Params,
    options: ReadOptions,
  ) {
    const ask: Ask = async (merged, bounds) => {
      const statement = { name, text, row: pairsRow, isKeyed } as const;
      const [row] = await store.read(statement, { ...others, keys: merged }, bounds);
      return row?.d ?? [];
    };
    return join(name, JSON.stringify([name, text, others]), keys, ask, options);
  }

  return {
    ...store,
    async read(statement, params, options = {}) {
      const { keys, ...others } = params;
      if (!statement.isKeyed || !Array.isArray(keys)) return store.read(statement, params, options);
      return decodeRows(statement, [{ d: await readKeys(statement, keys, others, options) }]);
    },
    async search(requests, options = {}) {
      const ask: Ask = async (merged, bounds) => [
        ...(await store.search(merged as unknown as readonly SearchRequest[], bounds)).entries(),
      ];
      // Those that want as many candidates, so that nobody is given more than they need.
      const kind = JSON.stringify(['search', ...requests.map(({ limit }) => limit)]);
      const pairs = await join('search', kind, requests as unknown as readonly Value[], ask, options);
      return pairs.map(([, candidates]) => candidates as SearchCandidates);
    },
    async orderedCounts(filter, by, options = {}) {
      const ask: Ask = async (_, bounds) => [[0, await store.orderedCounts(filter, by, bounds)]];
      const name = 'orderedCounts';
      const [pair] = await join(name, JSON.stringify([name, filter, by]), [name], ask, options);
      return (pair?.[1] ?? null) as OrderedCounts | null;
    },
  };
}

/** The requests that may merge: of one statement, with the same parameters besides the keys. */
type Lane = { add(request: Request): void; remove(request: Request): void };

function createLane(ask: Ask, whenIdle: () => void): Lane {
  const waiting = new Set<Request>();
  let inFlight = 0;
  let isDue = false;

  function begin(): void {
    while (inFlight < mostInFlight && waiting.size > 0) {
      inFlight += 1;
      answer(ask, take(waiting)).then(() => {
        inFlight -= 1;
        begin();
      });
    }
    if (inFlight === 0 && !isDue) whenIdle();
  }

  return {
    add(request) {
      waiting.add(request);
      if (isDue || inFlight === mostInFlight) return;
      isDue = true;
      // What comes in the same turn of the event loop goes along.
      setImmediate(() => {
        isDue = false;
        begin();
      });
    },
    remove(request) {
      request.gone = true;
      request.leave();
      // It has been told already; this lets go of its timer.
      if (waiting.delete(request)) request.resolve([]);
    },
  };
}

/** Takes the requests of the next batch, in the order they came. */
function take(waiting: Set<Request>): Request[] {
  const batch: Request[] = [];
  let count = 0;
  for (const request of waiting) {
    count += request.keys.length;
    if (batch.length > 0 && count > mostKeys) break;
    batch.push(request);
    waiting.delete(request);
  }
  return batch;
}

/**
 * Answers a batch; never rejects. Where it fails by what it holds and not by the store, its requests are asked one by
 * one, so that a bad key fails only the request it belongs to.
 */
async function answer(ask: Ask, batch: readonly Request[]): Promise<void> {
  try {
    const merged = batch.length > 1 ? mergeKeys(batch.map(({ keys }) => keys)) : undefined;
    const pairs = await ask(merged?.keys ?? batch[0]?.keys ?? [], boundsOf(batch));
    const shares = merged ? splitPairs(merged, pairs) : [pairs];
    for (const [index, share] of shares.entries()) batch[index]?.resolve(share);
  } catch (error) {
    if (batch.length === 1 || error instanceof StoreError) for (const { reject } of batch) reject(error);
    else for (const request of batch) if (!request.gone) await answer(ask, [request]);
  }
}

/** What bounds a batch: it is abandoned when the last of its requests has gone, and has as much time as any of them. */
function boundsOf(batch: readonly Request[]): ReadOptions {
  const controller = new AbortController();
  let left = batch.length;
  for (const request of batch) {
    request.leave = () => {
      left -= 1;
      if (left === 0) controller.abort();
    };
  }
  const longest = Math.max(...batch.map(({ timeoutMs = Number.POSITIVE_INFINITY }) => timeoutMs));
  return { signal: controller.signal, ...(Number.isFinite(longest) && { timeoutMs: longest }) };
}
