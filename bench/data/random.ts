/** Numbers that look random and are the same for the same seed. */
export type Random = {
  /** From 0, and less than 1. */
  number(): number;
  pick<T>(list: readonly T[]): T;
};

/** A generator of random numbers (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    number,
    pick: (list) => {
      if (list.length === 0) throw new Error('There is nothing to pick from: the data set is too small.');
      return list[Math.floor(number() * list.length)] as (typeof list)[number];
    },
  };
}
