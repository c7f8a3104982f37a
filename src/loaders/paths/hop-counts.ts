import type { HopSource } from './hop-source.ts';

/** How many hops there are from things. */
export type HopCounts = {
  /** At most so many, where the thing was counted; else about. */
  of(thing: string): number;
  /** Counts the hops from those things that were not counted before; tells whether there were any. */
  count(things: readonly string[]): Promise<boolean>;
};

/** How many hops are expected from a thing that was not counted: a thing met by a hop tends to have many. */
const expectedHops = 10;

/** Creates counts that have counted nothing yet. */
export function createHopCounts(source: HopSource): HopCounts {
  const counts = new Map<string, number>();
  return {
    of: (thing) => counts.get(thing) ?? expectedHops,
    async count(things) {
      const uncounted = new Set(things.filter((thing) => !counts.has(thing)));
      if (uncounted.size === 0) return false;
      const found = await source.counts([...uncounted]);
      for (const thing of uncounted) counts.set(thing, found.get(thing) ?? 0);
      return true;
    },
  };
}
