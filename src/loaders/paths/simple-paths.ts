import type { Way } from '../../graph/store.ts';
import type { KnownThings } from './known-things.ts';
import type { PathQuestion } from './path-question.ts';

/** What to look for among known hops: ways of one length that visit all things of `through`, at most `most` of them. */
export type WaysOfLength = Pick<PathQuestion, 'from' | 'to' | 'through'> & {
  readonly length: number;
  readonly most: number;
  /** The most steps to try. */
  readonly steps: number;
};

/** The first ways, in order; the steps tried; and whether these are all there are (or `most` of them). */
export type FoundOfLength = {
  readonly ways: readonly Way[];
  readonly steps: number;
  readonly isWhole: boolean;
};

/**
 * The ways of exactly one length that visit nothing twice, in the order of the things they pass. Goes depth first, and
 * only where a walk of the length that is left ends at `to` past all that is still to be visited.
 */
export function simplePaths(known: KnownThings, question: WaysOfLength): FoundOfLength {
  const { from, to, length, through, most } = question;
  const bits = new Map(through.map((thing, place) => [thing, 1 << place]));
  const bitOf = (thing: string) => bits.get(thing) ?? 0;
  const all = (1 << through.length) - 1;
  const ahead = walksTo(known, question, bitOf);
  const isOpen = (thing: string, left: number, passed: number) => {
    for (const mask of ahead[left]?.get(thing) ?? []) if ((mask | passed) === all) return true;
    return false;
  };

  const ways: Way[] = [];
  const way: string[] = [];
  const onWay = new Set([from]);
  let steps = 0;
  /** Follows every way on from a thing; false where the search must stop. */
  const follow = (thing: string, passed: number): boolean => {
    const left = length - way.length - 1;
    if (left < 0) {
      ways.push([...way]);
      return ways.length < most;
    }
    const next = [...known.from(thing)].filter((one) => !onWay.has(one) && isOpen(one, left, passed));
    // Ids are ASCII, so that this is the order of code points.
    for (const one of next.sort()) {
      steps += 1;
      if (steps > question.steps) return false;
      way.push(one);
      onWay.add(one);
      const goesOn = follow(one, passed | bitOf(one));
      way.pop();
      onWay.delete(one);
      if (!goesOn) return false;
    }
    return true;
  };
  if (from !== to && isOpen(from, length, 0)) follow(from, bitOf(from));
  return { ways, steps, isWhole: steps <= question.steps };
}

/**
 * For each number of hops, the things from which a walk of exactly so many ends at `to`, each with the sets of required
 * things that such walks pass, as bits; only those that `from` can be before. Walks may visit things twice, but neither
 * end.
 */
function walksTo(
  known: KnownThings,
  { from, to, length }: WaysOfLength,
  bitOf: (thing: string) => number,
): ReadonlyMap<string, ReadonlySet<number>>[] {
  const distances = distancesFrom(known, from, to, length);
  const layers = [new Map([[to, new Set([bitOf(to)])]])];
  for (let hops = 1; hops <= length; hops += 1) {
    const layer = new Map<string, Set<number>>();
    for (const [thing, masks] of layers[hops - 1] ?? []) {
      for (const before of known.from(thing)) {
        if ((distances.get(before) ?? length) + hops > length) continue;
        if (before === to || (before === from) !== (hops === length)) continue;
        const passed = layer.get(before) ?? new Set<number>();
        for (const mask of masks) passed.add(mask | bitOf(before));
        layer.set(before, passed);
      }
    }
    layers.push(layer);
  }
  return layers;
}

/** How far things are from one of the ends, those that are nearer than `length`, without passing the other end. */
function distancesFrom(
  known: KnownThings,
  from: string,
  to: string,
  length: number,
): ReadonlyMap<string, number> {
  const distances = new Map([[from, 0]]);
  for (const [thing, distance] of distances) {
    if (distance === length - 1) break;
    for (const next of known.from(thing))
      if (next !== to && !distances.has(next)) distances.set(next, distance + 1);
  }
  return distances;
}
