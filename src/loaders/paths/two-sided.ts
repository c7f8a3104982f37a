import type { KnownHops } from './known-hops.ts';
import type { Gap, RationedReader } from './rationed-reader.ts';

/** One side of the search: everything within some number of hops of one end, and the outermost of it. */
type Side = { readonly end: string; readonly seen: Set<string>; frontier: string[] };

/** A search that grows from both ends. */
export type TwoSided = {
  readonly known: KnownHops;
  /**
   * Reads on until the known hops hold every path of at most `length` hops between the ends, or gives the gap that
   * keeps it from that. Asked for one length after another it reads hops once for each, and once more.
   */
  reach(length: number): Promise<Gap | null>;
};

/**
 * Creates a search between two things that the reader has counted. It reads the side with fewer hops to read, so that
 * hubs come last. Where a hub is too great to be read whole, the other side is read too: from there everything is met
 * that leads to the hub. So paths may cross a hub; but what lies behind it is not all known, and that is a gap.
 */
export function createTwoSided(from: string, to: string, reader: RationedReader): TwoSided {
  const { known } = reader;
  const sides = [from, to].map((end): Side => ({ end, seen: new Set([end]), frontier: [end] }));
  let radius = 0;
  /** What keeps the lengths asked for so far from being whole, and what will keep the next ones. */
  let gap: Gap | null = null;
  let gapBehind: Gap | null = null;

  /** Reads one side's outermost things and puts what lies behind them in their place; true where it met a hub. */
  async function grow(side: Side, other: Side): Promise<boolean> {
    const { here, behind } = await reader.read(side.frontier, other.frontier);
    gap = here === 'VISITED' ? here : (gap ?? here);
    gapBehind ??= behind;
    const next = new Set(side.frontier.flatMap((thing) => known.from(thing).map((hop) => hop.to)));
    side.frontier = [...next].filter((thing) => !side.seen.has(thing) && thing !== other.end);
    for (const thing of next) side.seen.add(thing);
    radius += 1;
    return behind !== null;
  }

  return {
    known,
    async reach(length) {
      gap ??= gapBehind;
      // A side with nothing left to read has been read whole: it holds every path there is.
      while (radius < length && gap !== 'VISITED' && sides.every(({ frontier }) => frontier.length > 0)) {
        await reader.count(sides.flatMap(({ frontier }) => frontier));
        const byCost = sides.toSorted((a, b) => reader.costOf(a.frontier) - reader.costOf(b.frontier));
        const [side, other] = byCost as [Side, Side];
        if (await grow(side, other)) await grow(other, side);
      }
      return gap;
    },
  };
}
