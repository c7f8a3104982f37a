import type { Value } from './store.ts';

/** What a keyed statement answers: pairs of a key's index and what was found for it. */
export type Pairs = readonly (readonly [number, unknown])[];

/** The keys of several requests in one list, in which equal ones stand once. */
export type Merged = {
  readonly keys: readonly Value[];
  /** For each request, where its keys stand in the list. */
  readonly places: readonly (readonly number[])[];
};

/** Merges the keys of several requests. Equal means equal as a value: lists and maps are compared by what they hold. */
export function mergeKeys(requests: readonly (readonly Value[])[]): Merged {
  const keys: Value[] = [];
  // Two maps, so that a text is never taken for the JSON of a list.
  const scalars = new Map<unknown, number>();
  const composites = new Map<string, number>();
  const placeOf = (key: Value): number => {
    if (typeof key === 'object' && key !== null) return place(composites, JSON.stringify(key), key, keys);
    return place(scalars, key, key, keys);
  };
  return { keys, places: requests.map((request) => request.map(placeOf)) };
}

function place<K>(known: Map<K, number>, mark: K, key: Value, keys: Value[]): number {
  const at = known.get(mark);
  if (at !== undefined) return at;
  known.set(mark, keys.length);
  return keys.push(key) - 1;
}

/** Splits the answer to merged keys: for each request, the pairs of its keys under its own indexes. */
export function splitPairs({ keys, places }: Merged, pairs: Pairs): Pairs[] {
  const found: unknown[][] = keys.map(() => []);
  for (const [index, value] of pairs) found[index]?.push(value);
  return places.map((own) =>
    own.flatMap((at, index) => (found[at] ?? []).map((value) => [index, value] as const)),
  );
}
