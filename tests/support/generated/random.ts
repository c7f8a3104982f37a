/** Chance that comes out the same for the same seed, on every machine. */
export type Random = {
  /** A whole number from 0, less than `below`. */
  below(below: number): number;
  /** True so often. */
  chance(probability: number): boolean;
  /** One of these, all equally likely. */
  pick<T>(from: readonly T[]): T;
  /** Up to `most` different ones of these, at least one. */
  some<T>(from: readonly T[], most: number): T[];
};

/** Creates the chance of a seed (Mulberry32: small, and good enough for tests). */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('There is nothing to pick from');
    return from[below(from.length)] as T;
  };
  return {
    below,
    pick,
    chance: (probability) => next() < probability,
    some: (from, most) => [...new Set(Array.from({ length: 1 + below(most) }, () => pick(from)))],
  };
}
