import type { Way } from '../../graph/store.ts';

/** What a thing leads to, once for each hop; whether these are all. */
export type LedTo = { readonly to: readonly string[]; readonly isWhole: boolean };

/** Two things with a hop between them. */
export type Pair = readonly [one: string, other: string];

/** Where a search reads hops: each call costs one statement, however many things it is about. */
export type HopSource = {
  /** How many hops there are from each thing at most; nothing for what is not there. */
  counts(things: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * What each thing leads to, by at most `limit` hops of either sort: first what is in `first`, then by id. Where
   * `first` is null, any of them will do.
   */
  from(
    things: readonly string[],
    limit: number,
    first: readonly string[] | null,
  ): Promise<ReadonlyMap<string, LedTo>>;
  /** What each thing leads to that is among some targets. */
  across(
    things: readonly string[],
    targets: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** The ids of the hops between the two things of each pair, in their order. */
  between(pairs: readonly Pair[]): Promise<readonly (readonly string[])[]>;
  /** The ways of the shortest paths between two things; left out where a search is faster, or the source cannot tell. */
  readonly shortest?: (pair: Pair, maxLength: number, wanted: number) => Promise<ShortestWays>;
};

/**
 * The first ways of shortest paths, in order, and whether there are more than were wanted; whether enough was looked at
 * to know that no others come first; how many hops the things have that they pass, where that is known.
 */
export type ShortestWays = {
  readonly ways: readonly Way[];
  readonly hasMore: boolean;
  readonly isWhole: boolean;
  readonly sizes?: ReadonlyMap<string, number>;
};

/** The bounds on the work of one search. */
export type PathBudget = {
  /** Hops read in all, and hops of either sort read from one thing. */
  readonly hops: number;
  readonly hopsOfThing: number;
  /** Steps tried among the hops that were read. */
  readonly steps: number;
  /** How many hops are read just to see whether the two sides of a search meet: past that it is asked first. */
  readonly unasked: number;
};

/** The budget of a search for paths. On either engine it is spent within seconds. */
export const pathBudget: PathBudget = { hops: 50_000, hopsOfThing: 5_000, steps: 500_000, unasked: 300 };
