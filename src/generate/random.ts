/** Chance that comes out the same for the same seeds, on every machine. */
export type Random = {
  /** A whole number from 0, less than `limit`. */
  below(limit: number): number;
  /** True so often: 0.25 is one time in four. */
  chance(probability: number): boolean;
  /** One of these, all equally likely. Throws where there are none. */
  pick<T>(from: readonly T[]): T;
  /** A rank from 0, less than `limit`, as often as rank ** -skew says: 0 is all alike, 1 Zipf's law. */
  rank(limit: number, skew: number): number;
  /** So many hexadecimal digits. */
  hex(digits: number): string;
};

/** Creates the chance of some numbers (Mulberry32 over their hash): the same numbers in the same order, the same chance. */
export function createRandom(...seeds: readonly number[]): Random {
  let state = seeds.reduce((hash, seed) => scrambled(Math.imul(hash, 31) + seed), 0x2545f491);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: <T>(from: readonly T[]) => {
      if (from.length === 0) throw new Error('There is nothing to pick from.');
      return from[below(from.length)] as T;
    },
    rank: (limit, skew) => Math.min(limit, Math.floor(quantile(next(), limit + 1, skew))) - 1,
    hex: (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join(''),
  };
}

function scrambled(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}

/** The inverse of the distribution function of a density that falls as x ** -skew from 1 to `most`. */
function quantile(share: number, most: number, skew: number): number {
  if (skew === 1) return most ** share;
  const power = 1 - skew;
  return (1 + share * (most ** power - 1)) ** (1 / power);
}
