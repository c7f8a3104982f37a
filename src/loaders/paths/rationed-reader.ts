import type { HopSource, HopsOfThing, PathBudget } from './hop-source.ts';
import { createKnownHops, type KnownHops } from './known-hops.ts';

/** Why not every hop was read that should have been: a thing has too many, or all of them together are too many. */
export type Gap = 'HUB' | 'VISITED';

/** What a reading left out: of the things asked about altogether, and of what lies behind hubs among them. */
export type Missed = { readonly here: Gap | null; readonly behind: Gap | null };

/** Reads hops within a budget, those of each thing once. */
export type RationedReader = {
  readonly known: KnownHops;
  /** How many hops there are at most to be read from things that were counted. */
  costOf(things: readonly string[]): number;
  /** Counts the hops from things, those that were not counted before. */
  count(things: readonly string[]): Promise<void>;
  /**
   * Reads the hops from things that were counted, those with few hops first. Of hubs it reads what leads to things
   * `across` that are hubs too, and then as much as the budget allows.
   */
  read(things: readonly string[], across: readonly string[]): Promise<Missed>;
};

/** Creates a reader that knows how many hops there are from some things. */
export function createRationedReader(
  source: HopSource,
  budget: PathBudget,
  counted: ReadonlyMap<string, number>,
): RationedReader {
  const known = createKnownHops();
  const counts = new Map(counted);
  const read = new Set<string>();
  let left = budget.hops;
  const countOf = (thing: string) => counts.get(thing) ?? 0;
  const unread = (things: readonly string[]) => things.filter((thing) => !read.has(thing));

  /** As many of the things as the budget surely allows to read. */
  function affordable(things: readonly string[]): string[] {
    let cost = 0;
    return things
      .toSorted((a, b) => countOf(a) - countOf(b) || (a < b ? -1 : 1))
      .filter((thing) => {
        cost += Math.min(countOf(thing), 2 * budget.hopsOfThing);
        return cost <= left;
      });
  }

  /** Takes the hops of one thing; tells what of them was left out. */
  function take(thing: string, { hops, isWhole }: HopsOfThing, hubs: ReadonlySet<string>): Missed {
    left -= hops.length;
    read.add(thing);
    for (const hop of hops) known.add(thing, hop);
    if (isWhole) return { here: null, behind: null };
    const toHubs = hops.filter(({ to }) => hubs.has(to)).length;
    return { here: toHubs < budget.hopsOfThing ? null : 'HUB', behind: 'HUB' };
  }

  return {
    known,
    costOf: (things) => unread(things).reduce((sum, thing) => sum + countOf(thing), 0),
    async count(things) {
      const uncounted = new Set(unread(things).filter((thing) => !counts.has(thing)));
      if (uncounted.size === 0) return;
      for (const [thing, count] of await source.counts([...uncounted])) counts.set(thing, count);
    },
    async read(things, across) {
      const wanted = unread(things);
      const possible = affordable(wanted);
      const hubs = across.filter((thing) => countOf(thing) > budget.hopsOfThing);
      const found = possible.length > 0 ? await source.from(possible, budget.hopsOfThing, hubs) : [];
      const missed = [...found].map(([thing, hops]) => take(thing, hops, new Set(hubs)));
      return {
        here: possible.length < wanted.length ? 'VISITED' : (missed.find(({ here }) => here)?.here ?? null),
        behind: missed.find(({ behind }) => behind)?.behind ?? null,
      };
    },
  };
}
