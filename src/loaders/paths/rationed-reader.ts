import { createHopCounts } from './hop-counts.ts';
import type { HopSource, LedTo, PathBudget } from './hop-source.ts';
import { createKnownThings, type KnownThings } from './known-things.ts';

/** Why not every hop was read that should have been: a thing has too many, or all of them together are too many. */
export type Gap = 'HUB' | 'VISITED';

/** What a reading left out: of the things asked about altogether, and of what lies behind hubs among them. */
export type Missed = { readonly here: Gap | null; readonly behind: Gap | null };

/** Reads hops within a budget, those of each thing once. */
export type RationedReader = {
  readonly known: KnownThings;
  /** How many hops there are from a thing: at most, where it was counted, else about. */
  sizeOf(thing: string): number;
  /** How many hops there are to be read from things: at most, where they were counted, else about. */
  costOf(things: readonly string[]): number;
  /** Counts the hops from things that are to be read and were not counted before; tells whether there were any. */
  count(things: readonly string[]): Promise<boolean>;
  /** Reads the hops from things that have few, before any were counted. */
  readFew(things: readonly string[]): Promise<void>;
  /**
   * Reads the hops from things that were counted, those with few hops first. Of hubs it reads what leads to things
   * `across` that are hubs too, and then as much as the budget allows.
   */
  read(things: readonly string[], across: readonly string[]): Promise<Missed>;
  /** Whether it is better to ask first which hops lead across. */
  isWorthAsking(things: readonly string[]): boolean;
  /** Reads the hops from things that lead to some targets, and no others; tells whether there are any. */
  readAcross(things: readonly string[], targets: readonly string[]): Promise<boolean>;
};

/** What has no more hops than this is read before it is counted. */
const fewHops = 100;

/** Creates a reader that has read nothing yet. */
export function createRationedReader(source: HopSource, budget: PathBudget): RationedReader {
  const known = createKnownThings();
  const counts = createHopCounts(source);
  const read = new Set<string>();
  let left = budget.hops;
  const unread = (things: readonly string[]) => things.filter((thing) => !read.has(thing));
  const costOf = (things: readonly string[]) =>
    unread(things).reduce((sum, thing) => sum + counts.of(thing), 0);
  const isHub = (thing: string) => counts.of(thing) > budget.hopsOfThing;

  /** As many of the things as the budget surely allows to read. */
  function affordable(things: readonly string[]): string[] {
    let cost = 0;
    return things
      .toSorted((a, b) => counts.of(a) - counts.of(b) || (a < b ? -1 : 1))
      .filter((thing) => {
        cost += Math.min(counts.of(thing), 2 * budget.hopsOfThing);
        return cost <= left;
      });
  }

  function learn(thing: string, to: readonly string[]): void {
    left -= to.length;
    for (const other of to) known.add(thing, other);
  }

  /** Takes what one thing leads to; tells what of it was left out. */
  function take(thing: string, { to, isWhole }: LedTo, hubs: ReadonlySet<string>): Missed {
    read.add(thing);
    learn(thing, to);
    if (isWhole) return { here: null, behind: null };
    const toHubs = to.filter((other) => hubs.has(other)).length;
    return { here: toHubs < budget.hopsOfThing ? null : 'HUB', behind: 'HUB' };
  }

  return {
    known,
    sizeOf: (thing) => (read.has(thing) ? known.from(thing).size : counts.of(thing)),
    costOf,
    count: (things) => counts.count(unread(things)),
    async readFew(things) {
      const limit = Math.min(fewHops, budget.hopsOfThing, Math.floor(left / (2 * things.length)));
      if (limit < 1) return;
      for (const [thing, ledTo] of await source.from(things, limit, null))
        if (ledTo.isWhole) take(thing, ledTo, new Set());
    },
    async read(things, across) {
      const wanted = unread(things);
      const possible = affordable(wanted);
      const hubs = across.filter(isHub);
      const first = possible.some(isHub) ? hubs : null;
      const found = possible.length > 0 ? await source.from(possible, budget.hopsOfThing, first) : [];
      const missed = [...found].map(([thing, ledTo]) => take(thing, ledTo, new Set(hubs)));
      return {
        here: possible.length < wanted.length ? 'VISITED' : (missed.find(({ here }) => here)?.here ?? null),
        behind: missed.find(({ behind }) => behind)?.behind ?? null,
      };
    },
    isWorthAsking(things) {
      const cost = costOf(things);
      return cost > budget.unasked && cost <= left;
    },
    async readAcross(things, targets) {
      const found = [...(await source.across(unread(things), targets))];
      for (const [thing, to] of found) learn(thing, to);
      return found.some(([, to]) => to.length > 0);
    },
  };
}
