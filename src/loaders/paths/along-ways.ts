import type { Way } from '../../graph/store.ts';
import type { Hop } from '../../model/hops.ts';
import type { HopSource, Pair } from './hop-source.ts';

/** A path: its hops, each with the thing it leads to. */
export type WalkedPath = readonly Hop[];

/**
 * The first paths that go along ways from a thing, in the order of the things and hops they pass. Where as many ways
 * are given, and the first of their length, no other way has a path that is among these.
 */
export async function pathsAlong(
  from: string,
  ways: readonly Way[],
  most: number,
  { source, sizeOf = () => 0 }: { readonly source: HopSource; readonly sizeOf?: (thing: string) => number },
): Promise<WalkedPath[]> {
  const pairs = new Map<string, Pair>();
  // Looked for from the thing with fewer hops, as far as is known: the other may be a hub.
  const fewerFirst = (pair: Pair) => pair.toSorted((a, b) => sizeOf(a) - sizeOf(b)) as unknown as Pair;
  for (const way of ways) for (const pair of pairsOf(from, way)) pairs.set(pair.join(' '), fewerFirst(pair));
  if (pairs.size === 0) return [];
  const found = await source.between([...pairs.values()]);
  const hops = new Map([...pairs.keys()].map((key, place) => [key, found[place] ?? []]));
  const hopsOf = (pair: Pair) => hops.get(pair.join(' ')) ?? [];
  return ways
    .flatMap((way) => alongWay(pairsOf(from, way), hopsOf, most))
    .sort(comparePaths)
    .slice(0, most);
}

function pairsOf(from: string, way: Way): Pair[] {
  return way.map((thing, place) => [way[place - 1] ?? from, thing]);
}

/** The first paths along one way: each hop of each pair with each path along the rest. */
function alongWay(
  pairs: readonly Pair[],
  hopsOf: (pair: Pair) => readonly string[],
  most: number,
): WalkedPath[] {
  return pairs.reduce<WalkedPath[]>(
    (paths, pair) => {
      const [, to] = pair;
      return paths.flatMap((path) => hopsOf(pair).map((id) => [...path, { id, to }])).slice(0, most);
    },
    [[]],
  );
}

// Ids are ASCII, so that this is the order of code points.
function comparePaths(one: WalkedPath, other: WalkedPath): number {
  for (const [place, a] of one.entries()) {
    const b = other[place] ?? a;
    if (a.to !== b.to) return a.to < b.to ? -1 : 1;
    if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  }
  return 0;
}
