import type { Hop } from '../../model/hops.ts';
import type { KnownHops } from './known-hops.ts';

/** What to look for among known hops: paths of one length that visit all things of `through`, at most `most` of them. */
export type PathsOfLength = {
  readonly from: string;
  readonly to: string;
  readonly length: number;
  readonly through: readonly string[];
  readonly most: number;
  /** The most steps to try. */
  readonly steps: number;
};

/** The first paths, in order; the steps tried; and whether these are all there are (or `most` of them). */
export type FoundOfLength = {
  readonly paths: readonly (readonly Hop[])[];
  readonly steps: number;
  readonly isWhole: boolean;
};

/**
 * The paths of exactly one length that visit nothing twice, in the order of the things and hops they pass. Goes depth
 * first, and only where a walk of the length that is left ends at `to` past all that is still to be visited.
 */
export function simplePaths(known: KnownHops, question: PathsOfLength): FoundOfLength {
  const { from, to, length, through, most } = question;
  const bits = new Map(through.map((thing, place) => [thing, 1 << place]));
  const bitOf = (thing: string) => bits.get(thing) ?? 0;
  const all = (1 << through.length) - 1;
  const ahead = walksTo(known, question, bitOf);
  const isOpen = (thing: string, left: number, passed: number) => {
    for (const mask of ahead[left]?.get(thing) ?? []) if ((mask | passed) === all) return true;
    return false;
  };

  const paths: Hop[][] = [];
  const path: Hop[] = [];
  const onPath = new Set([from]);
  let steps = 0;
  /** Follows every path on from a thing; false where the search must stop. */
  const follow = (thing: string, passed: number): boolean => {
    const left = length - path.length - 1;
    if (left < 0) {
      paths.push([...path]);
      return paths.length < most;
    }
    for (const step of known.from(thing)) {
      steps += 1;
      if (steps > question.steps) return false;
      if (onPath.has(step.to) || !isOpen(step.to, left, passed)) continue;
      path.push(step);
      onPath.add(step.to);
      const goesOn = follow(step.to, passed | bitOf(step.to));
      path.pop();
      onPath.delete(step.to);
      if (!goesOn) return false;
    }
    return true;
  };
  if (from !== to && isOpen(from, length, 0)) follow(from, bitOf(from));
  return { paths, steps, isWhole: steps <= question.steps };
}

/**
 * For each number of hops, the things from which a walk of exactly so many ends at `to`, each with the sets of required
 * things that such walks pass, as bits. Walks may visit things twice, but neither end.
 */
function walksTo(
  known: KnownHops,
  { from, to, length }: PathsOfLength,
  bitOf: (thing: string) => number,
): ReadonlyMap<string, ReadonlySet<number>>[] {
  const layers = [new Map([[to, new Set([bitOf(to)])]])];
  for (let hops = 1; hops <= length; hops += 1) {
    const layer = new Map<string, Set<number>>();
    for (const [thing, masks] of layers[hops - 1] ?? []) {
      for (const { to: before } of known.from(thing)) {
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
