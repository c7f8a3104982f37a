import type { KnownThings } from './known-things.ts';
import type { Gap, RationedReader } from './rationed-reader.ts';

/** One side of the search: everything within some number of hops of one end, and the outermost of it. */
type Side = { readonly end: string; readonly seen: Set<string>; frontier: string[] };

/** A search that grows from both ends. */
export type TwoSided = {
  readonly known: KnownThings;
  /** About how many hops there are from a thing. */
  sizeOf(thing: string): number;
  /** Whether both sides have come to the same thing: before that there is no path among what is known. */
  readonly hasMet: boolean;
  /**
   * Reads on until the known hops hold every path of at most `length` hops between the ends, or gives the gap that
   * keeps it from that.
   */
  reach(length: number): Promise<Gap | null>;
};

/** Frontiers of so few things are counted together. */
const fewThings = 100;

/**
 * Creates a search between two things. It reads the side with fewer hops to read, so that hubs come last; the last
 * hops of a length it reads only where they lead across to the other side. Where a hub is too great to be read whole,
 * the other side is read too: from there everything is met that leads to the hub. So paths may cross a hub; but what
 * lies behind it is not all known, and that is a gap.
 */
export function createTwoSided(from: string, to: string, reader: RationedReader): TwoSided {
  const { known, sizeOf } = reader;
  const sides = [from, to].map((end): Side => ({ end, seen: new Set([end]), frontier: [end] }));
  let radius = 0;
  let hasMet = false;
  /** What keeps every length from being whole. */
  let gap: Gap | null = null;
  /** The greatest length that is whole although a hub was read in part. */
  let wholeTo = Number.POSITIVE_INFINITY;

  /** Reads one side's outermost things and puts what lies behind them in their place; true where it met a hub. */
  async function grow(side: Side, other: Side): Promise<boolean> {
    const { here, behind } = await reader.read(side.frontier, other.frontier);
    gap = here === 'VISITED' ? here : (gap ?? here);
    const next: string[] = [];
    for (const thing of side.frontier) {
      for (const led of known.from(thing)) {
        if (other.seen.has(led)) hasMet = true;
        if (!side.seen.has(led) && led !== other.end) next.push(led);
        side.seen.add(led);
      }
    }
    side.frontier = next;
    radius += 1;
    if (behind) wholeTo = Math.min(wholeTo, radius);
    return behind !== null;
  }

  /** The side with fewer hops to read, which are counted then, and the other. */
  async function cheaperFirst(): Promise<readonly [Side, Side]> {
    const costOf = ({ frontier }: Side) => reader.costOf(frontier);
    const [one, other] = sides.toSorted((a, b) => costOf(a) - costOf(b)) as [Side, Side];
    const both = sides.flatMap(({ frontier }) => frontier);
    const isKnown = costOf(one) === 0 || !(await reader.count(both.length > fewThings ? one.frontier : both));
    return isKnown ? [one, other] : cheaperFirst();
  }

  return {
    known,
    sizeOf,
    get hasMet() {
      return hasMet;
    },
    async reach(length) {
      if (radius === 0) await reader.readFew([from, to]);
      // A side with nothing left to read has been read whole: it holds every path there is.
      while (radius < length && gap !== 'VISITED' && sides.every(({ frontier }) => frontier.length > 0)) {
        const [side, other] = await cheaperFirst();
        const isLast = radius === length - 1 && gap === null && length <= wholeTo;
        if (isLast && reader.isWorthAsking(side.frontier)) {
          if (await reader.readAcross(side.frontier, other.frontier)) hasMet = true;
          break;
        }
        if (await grow(side, other)) await grow(other, side);
      }
      return gap ?? (length > wholeTo ? 'HUB' : null);
    },
  };
}
