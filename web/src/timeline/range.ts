import { dateFormat } from '../i18n/date-format.ts';
import type { Tag } from '../i18n/language.tsx';
import { dayNumber, dayOf } from './span.ts';

/** A stretch of time in view, in days since 1970. */
export type Range = { readonly from: number; readonly to: number };

/** The shortest stretch that can be looked at: single days are told apart well before. */
export const shortest = 6;

const yearLength = 365.2425;
/** The length of a view of one thing alone, and the least that "all" shows. */
const leastWhole = 60;

type Bounds = { readonly earliest: string | null; readonly latest: string | null };

/**
 * The whole of what there is, with a little room at both ends: the buckets it is counted in, and the dates of the events
 * that are known, as a bucket of open dates and of intervals across centuries says nothing of when they were.
 */
export function wholeOf(buckets: Iterable<Bounds>, dates: Iterable<Bounds> = []): Range {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { earliest, latest } of [...buckets, ...dates]) {
    if (earliest !== null) from = Math.min(from, dayNumber(earliest));
    if (latest !== null) to = Math.max(to, dayNumber(latest) + 1);
    if (earliest !== null) to = Math.max(to, dayNumber(earliest) + 1);
    if (latest !== null) from = Math.min(from, dayNumber(latest));
  }
  if (from > to) return { from: dayNumber('2000-01-01'), to: dayNumber('2030-01-01') };
  const room = Math.max((to - from) * 0.04, (leastWhole - (to - from)) / 2, 1);
  return { from: from - room, to: to + room };
}

/** The farthest out that one can go from a whole: three times as far, and never less than a century. */
function widest(whole: Range): number {
  return Math.max((whole.to - whole.from) * 3, 100 * yearLength);
}

/** A range that stays within reach of what there is: neither too short nor too long, nor out of sight. */
export function clamped({ from, to }: Range, whole: Range): Range {
  const length = Math.min(Math.max(to - from, shortest), widest(whole));
  const middle = Math.min(Math.max((from + to) / 2, whole.from), whole.to);
  return { from: middle - length / 2, to: middle + length / 2 };
}

/** Brings a range nearer (a factor below 1) or farther, keeping one moment where it is on the screen. */
export function zoomed({ from, to }: Range, factor: number, around: number, whole: Range): Range {
  const length = Math.min(Math.max((to - from) * factor, shortest), widest(whole));
  const share = (around - from) / (to - from);
  return clamped({ from: around - share * length, to: around + (1 - share) * length }, whole);
}

/** Moves a range by a share of its length. */
export function moved({ from, to }: Range, share: number, whole: Range): Range {
  const by = (to - from) * share;
  return clamped({ from: from + by, to: to + by }, whole);
}

/** A range as the address says it: whole days. */
export function daysOf({ from, to }: Range): { readonly from: string; readonly to: string } {
  return { from: dayOf(Math.round(from)), to: dayOf(Math.round(to) - 1) };
}

/** The range between two days of the address, both included; undefined where they are none. */
export function rangeOf(from: string, to: string): Range | undefined {
  const range = { from: dayNumber(from), to: dayNumber(to) + 1 };
  return range.to > range.from ? range : undefined;
}

/** A range in words. */
export function rangeLabel(range: Range, tag: Tag): string {
  const format = dateFormat(tag, { dateStyle: 'medium' });
  const { from, to } = daysOf(range);
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}
