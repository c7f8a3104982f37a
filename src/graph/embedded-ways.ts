import type { HopLists } from './embedded-hop-lists.ts';
import type { Way, WaysRequest } from './store.ts';

/** The things of which a side of the search knows how far they are from its end, and those furthest from it. */
type Side = { readonly distances: Int8Array; frontier: number[]; radius: number };

const unseen = -1;

/**
 * The first ways of shortest paths between two things, by hops of the types whose bits are set: a search from both ends
 * at once, the side with fewer hops to read first, and then only along what lies on a shortest path.
 */
export function shortestWays(
  hops: HopLists,
  types: number,
  { from, to, maxLength, wanted }: Omit<WaysRequest, 'types'>,
): Way[] {
  const [start, end] = [hops.numberOf(from), hops.numberOf(to)];
  if (start === undefined || end === undefined) return [];
  const [near, far] = [sideAt(start, hops.size), sideAt(end, hops.size)];
  const middle = meet(hops, types, near, far, maxLength);
  if (middle.length === 0) return [];
  const onWay = backTo(hops, types, near.distances, middle);
  const length = near.radius + far.radius;
  /** Whether a thing is on a shortest path, so many hops from its start. */
  const stands = (thing: number, place: number) =>
    place <= near.radius ? onWay[thing] === place : far.distances[thing] === length - place;
  return firstWays(start, { length, wanted, next: nextInOrder(hops, types, stands) });
}

function sideAt(end: number, size: number): Side {
  const distances = new Int8Array(size).fill(unseen);
  distances[end] = 0;
  return { distances, frontier: [end], radius: 0 };
}

/** Widens the sides until they meet; gives the things where they do, all as far from either end. */
function meet(hops: HopLists, types: number, near: Side, far: Side, maxLength: number): number[] {
  while (near.radius + far.radius < maxLength && near.frontier.length > 0 && far.frontier.length > 0) {
    const isNear = costOf(hops, near) <= costOf(hops, far);
    const [side, other] = isNear ? [near, far] : [far, near];
    widen(hops, types, side);
    const met = side.frontier.filter((thing) => other.distances[thing] !== unseen);
    if (met.length > 0) return met;
  }
  return [];
}

function costOf(hops: HopLists, { frontier }: Side): number {
  return frontier.reduce((sum, thing) => sum + hops.degreeOf(thing), 0);
}

function widen(hops: HopLists, types: number, side: Side): void {
  const next: number[] = [];
  side.radius += 1;
  for (const thing of side.frontier)
    hops.eachFrom(thing, types, (other) => {
      if (side.distances[other] !== unseen) return;
      side.distances[other] = side.radius;
      next.push(other);
    });
  side.frontier = next;
}

/** How far from the start things are that a shortest path passes on its way to the middle. */
function backTo(hops: HopLists, types: number, distances: Int8Array, middle: readonly number[]): Int8Array {
  const onWay = new Int8Array(distances.length).fill(unseen);
  const radius = distances[middle[0] ?? 0] ?? 0;
  let layer = middle;
  for (const thing of layer) onWay[thing] = radius;
  for (let place = radius - 1; place >= 0; place -= 1) {
    const before: number[] = [];
    for (const thing of layer)
      hops.eachFrom(thing, types, (other) => {
        if (distances[other] !== place || onWay[other] !== unseen) return;
        onWay[other] = place;
        before.push(other);
      });
    layer = before;
  }
  return onWay;
}

type Step = { readonly thing: number; readonly id: string };

/** What things lead to that stands at a place of a shortest path, by id. Made out once a thing: many ways may pass it. */
function nextInOrder(
  hops: HopLists,
  types: number,
  stands: (thing: number, place: number) => boolean,
): (thing: number, place: number) => readonly Step[] {
  const known = new Map<number, readonly Step[]>();
  return (thing, place) => {
    const before = known.get(thing);
    if (before) return before;
    const found = new Set<number>();
    hops.eachFrom(thing, types, (other) => {
      if (stands(other, place)) found.add(other);
    });
    const steps = [...found].map((other) => ({ thing: other, id: hops.idOf(other) }));
    // Ids are ASCII, so that this is the order of code points.
    steps.sort((a, b) => (a.id < b.id ? -1 : 1));
    known.set(thing, steps);
    return steps;
  };
}

type Walk = {
  readonly length: number;
  readonly wanted: number;
  readonly next: (thing: number, place: number) => readonly Step[];
};

/** Walks on in order from a thing until enough ways were found: every step leads to the end. */
function firstWays(thing: number, walk: Walk, passed: Way = []): Way[] {
  if (passed.length === walk.length) return [passed];
  const ways: Way[] = [];
  for (const { thing: other, id } of walk.next(thing, passed.length + 1)) {
    const left = { ...walk, wanted: walk.wanted - ways.length };
    if (left.wanted <= 0) break;
    ways.push(...firstWays(other, left, [...passed, id]));
  }
  return ways;
}
