import type { Range } from './range.ts';
import { dayNumber } from './span.ts';

/** A stretch of time with the number of events in it, as the schema counts them. */
export type Counted = {
  readonly key: string;
  readonly kind: string;
  readonly label: string;
  readonly count: number;
  readonly earliest: string | null;
  readonly latest: string | null;
};

/** A bar of the histogram: `coarse` where its events are dated no finer than a longer stretch than the others. */
export type Bar = Counted & Range & { readonly coarse: boolean };

/** The bars of a histogram and what has no place on its axis. */
export type Histogram = {
  readonly bars: readonly Bar[];
  readonly loose: readonly Counted[];
  readonly highest: number;
};

const units = ['MONTH', 'QUARTER', 'YEAR', 'DECADE'] as const;
const lengths = { MONTH: 30.5, QUARTER: 91.3, YEAR: 365.25, DECADE: 3652.5 } as const;

/** A length of stretches that the schema counts in. */
export type Unit = (typeof units)[number];

/** The unit of which a whole has at most a hundred. */
export function unitOf({ from, to }: Range): Unit {
  return units.find((unit) => (to - from) / lengths[unit] <= 100) ?? 'DECADE';
}

/**
 * Buckets as bars. A coarser bucket is a bar of its own as wide as its stretch and as high as its count: what is known
 * to the year is not spread over the year's months.
 */
export function histogramOf(buckets: readonly Counted[], unit: Unit): Histogram {
  const bars: Bar[] = [];
  const loose: Counted[] = [];
  for (const bucket of buckets) {
    const { earliest, latest, kind } = bucket;
    if (earliest === null || latest === null) loose.push(bucket);
    else
      bars.push({ ...bucket, from: dayNumber(earliest), to: dayNumber(latest) + 1, coarse: kind !== unit });
  }
  // Wide bars are drawn first, so that the narrow ones stand before them.
  bars.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  return { bars, loose, highest: Math.max(1, ...bars.map(({ count }) => count)) };
}
