import type { HopSource, PathBudget } from './hop-source.ts';
import { createKnownHops, type KnownHops } from './known-hops.ts';

/** One side of the search: everything within some number of hops of one end. */
type Side = { readonly end: string; readonly seen: Set<string>; frontier: Set<string> };

/** Why a search has not looked at every hop that it should have. */
export type Gap = 'HUB' | 'VISITED';

/** A search that grows from both ends by turns. */
export type TwoSided = {
  readonly known: KnownHops;
  /**
   * Reads the hops from one side's outermost things. After `n` calls the known hops hold every path of at most `n`
   * hops between the ends, unless it gives a gap.
   */
  grow(): Promise<Gap | null>;
};

/**
 * Creates a search between two things whose numbers of hops are given. It reads the cheaper side, and least where hubs
 * are: of a thing with more hops than the budget takes it reads the first, and those that lead to the other side; so
 * a path may pass a hub without all of the hub being read. From the next call on, that is a gap.
 */
export function createTwoSided(
  ends: readonly (readonly [thing: string, hops: number])[],
  source: HopSource,
  budget: PathBudget,
): TwoSided {
  const known = createKnownHops();
  const degrees = new Map(ends);
  const degreeOf = (thing: string) => degrees.get(thing) ?? 0;
  const read = new Set<string>();
  const hubs = new Set<string>();
  const sides = ends.map(([end]): Side => ({ end, seen: new Set([end]), frontier: new Set([end]) }));
  let left = budget.hops;
  let gap: Gap | null = null;
  let isSpent = false;

  const unread = (things: Iterable<string>) => [...things].filter((thing) => !read.has(thing));
  const costOf = (side: Side) => unread(side.frontier).reduce((sum, thing) => sum + degreeOf(thing), 0);

  /** As many of the things, those with few hops first, as the budget surely allows to read. */
  function affordable(things: readonly string[]): string[] {
    const byCost = things.toSorted((a, b) => degreeOf(a) - degreeOf(b) || (a < b ? -1 : 1));
    let cost = 0;
    return byCost.filter((thing) => {
      cost += Math.min(degreeOf(thing), 2 * budget.hopsOfThing);
      return cost <= left;
    });
  }

  /** Reads hops from things, all they have or those to some others. */
  async function readFrom(things: readonly string[], only?: readonly string[]): Promise<void> {
    const wanted = affordable(things);
    if (wanted.length < things.length) {
      gap ??= 'VISITED';
      isSpent = true;
    }
    if (wanted.length === 0) return;
    for (const [thing, { hops, isWhole }] of await source.from(wanted, budget.hopsOfThing, only)) {
      left -= hops.length;
      for (const hop of hops) {
        known.add(thing, hop);
        degrees.set(hop.to, hop.degree);
      }
      if (!only) read.add(thing);
      if (isWhole) continue;
      // Of a hub the rest may still be met from the other side; of what leads to hubs nothing more will be.
      if (only) gap ??= 'HUB';
      else hubs.add(thing);
    }
  }

  return {
    known,
    async grow() {
      const [side, other] = sides.toSorted((a, b) => costOf(a) - costOf(b)) as [Side, Side];
      // A side with nothing left to read has been read whole: it holds every path there is.
      if (isSpent || side.frontier.size === 0 || other.frontier.size === 0) return gap;
      await readFrom(unread(side.frontier));
      const onTheWay = [...side.frontier].filter((thing) => hubs.has(thing));
      const across = [...other.frontier].filter((thing) => !read.has(thing) || hubs.has(thing));
      if (onTheWay.length > 0) await readFrom(across, onTheWay);
      const next = new Set([...side.frontier].flatMap((thing) => known.from(thing).map(({ to }) => to)));
      side.frontier = new Set([...next].filter((thing) => !side.seen.has(thing) && thing !== other.end));
      for (const thing of next) side.seen.add(thing);
      const gapOfThisCall = gap;
      if (onTheWay.length > 0) gap ??= 'HUB';
      return gapOfThisCall;
    },
  };
}
