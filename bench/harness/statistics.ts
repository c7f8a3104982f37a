import type { Run } from './load.ts';

/** The middle of some figures, and the least and the greatest of them. */
export type Spread = { readonly median: number; readonly min: number; readonly max: number };

/** The spread of some figures; null where there is none. */
export function spread(figures: readonly number[]): Spread | null {
  const sorted = figures.toSorted((a, b) => a - b);
  const [min] = sorted;
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return null;
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return { median: middle.reduce((sum, figure) => sum + figure, 0) / middle.length, min, max };
}

/** The spread of one figure of some runs, those left out that lack it. */
export function spreadOf(runs: readonly Run[], figure: keyof Run): Spread | null {
  return spread(runs.map((run) => run[figure]).filter((value) => value !== null));
}
