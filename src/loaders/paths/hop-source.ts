import type { Hop } from '../../model/hops.ts';

/** The hops from one thing; whether these are all. */
export type HopsOfThing = { readonly hops: readonly Hop[]; readonly isWhole: boolean };

/** Where a search reads hops: each call costs one statement, however many things it is about. */
export type HopSource = {
  /** How many hops there are from each thing at most; nothing for what is not there. */
  counts(things: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** The hops from each thing, at most `limit` of either sort: first those that lead to `first`, then by id. */
  from(
    things: readonly string[],
    limit: number,
    first: readonly string[],
  ): Promise<ReadonlyMap<string, HopsOfThing>>;
};

/** The bounds on the work of one search: hops read in all, hops of either sort read from one thing, steps tried. */
export type PathBudget = { readonly hops: number; readonly hopsOfThing: number; readonly steps: number };

/** The budget of a search for paths. On either engine it is spent within seconds. */
export const pathBudget: PathBudget = { hops: 50_000, hopsOfThing: 5_000, steps: 500_000 };
