import DataLoader from 'dataloader';
import type { Keyed } from '../graph/statements/keyed.ts';
import type { GraphStore, Params, ReadOptions, Statement, Value } from '../graph/store.ts';

/** Most keys one statement takes: every row of a page of pages, so that what a query costs does not depend on lengths. */
const maxBatchSize = 10_000;

/** What reads one value per key of a keyed statement; equal keys within a request are asked once. */
export type Batch<K, T> = {
  load(key: K): Promise<T>;
  /** Takes a value that was read along with something else, so that its key need not be asked. */
  prime(key: K, value: T): void;
};

/** Where a request's loaders read from. */
export type Source = { readonly store: GraphStore; readonly options: ReadOptions };

/** What a keyed statement finds for each of some keys, in their order. An outage never reads as "nothing". */
export async function readKeyed<T>(
  { store, options }: Source,
  statement: Statement<Keyed<T>>,
  params: Params,
  keys: readonly Value[],
): Promise<T[]> {
  if (keys.length === 0) return [];
  const [row] = await store.read(statement, { ...params, keys }, options);
  const found = new Map(row?.d);
  return keys.map((_, index) => {
    const value = found.get(index);
    if (value === undefined) throw new Error(`${statement.name} gave no answer for a key`);
    return value;
  });
}

/**
 * A loader over one keyed statement: keys asked for in one tick become one statement, whose answers are aligned to
 * the keys by their index. Whatever the keys, a failing statement fails them all.
 */
export function batch<K extends Value, T, R>(
  source: Source,
  statement: Statement<Keyed<T>>,
  params: Params,
  pick: (found: T) => R,
): Batch<K, R> {
  const read = async (keys: readonly K[]) => (await readKeyed(source, statement, params, keys)).map(pick);
  const cacheKeyFn = (key: K) => (typeof key === 'string' ? key : JSON.stringify(key));
  // A request has a loader for every sort of thing, and most ask for few.
  let made: DataLoader<K, R, string> | undefined;
  const loader = () => {
    made ??= new DataLoader(read, { maxBatchSize, cacheKeyFn });
    return made;
  };
  return {
    load: (key) => loader().load(key),
    prime: (key, value) => void loader().prime(key, value),
  };
}
