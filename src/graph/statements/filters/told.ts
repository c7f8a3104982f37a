import type { DayRange } from '../../../model/filters.ts';
import type { Bag } from './bag.ts';
import { sourcesIn, version } from './time.ts';

/** A range of days, both included, as the parameters that hold them. */
export type DayParameters = { readonly from: string; readonly to: string };

/** The dates of facts of which every telling is kept. */
type ToldDate = 'since' | 'until' | 'date';

/** A date that a source tells of a fact, as expressions: its first and last day as text, and whether it is in no doubt. */
type ToldDays = { readonly from: string; readonly to: string; readonly isFirm: string };

/** The condition, never null, that a source tells a date of `fact` in the version `at` that meets a condition. */
export function anyTold(
  fact: string,
  date: ToldDate,
  condition: (days: ToldDays) => string,
  at: string = version,
): string {
  const told = `${fact}.${date}Told`;
  // Of a date told once, firmly, there are no lists (where an older version stored some, they count: it took dates in
  // doubt for told once too); of one never told there is nothing, and all comparisons give null.
  const once = condition({ from: `${told}First`, to: `${told}Last`, isFirm: `${told}Once` });
  const each = condition({ from: `${told}From[x]`, to: `${told}To[x]`, isFirm: `${told}Firmly[x]` });
  return (
    `CASE WHEN ${told} IS NULL THEN coalesce(${once}, false) ` +
    `ELSE any(x IN range(0, size(${told}) - 1) WHERE ${told}[x] = ${at} AND ${each}) END`
  );
}

/** The condition, never null, that a source tells any date of `fact` in the version bound. */
export function isTold(fact: string, date: ToldDate): string {
  return `coalesce(${version} IN ${fact}.${date}Told, ${fact}.${date}ToldFirst IS NOT NULL)`;
}

/**
 * Whether a date of `fact` lies in a range, by what every source tells of it in a version (the one bound unless given;
 * stored under `date` as `toldDates` in dossier/told.ts lays out). It may, where one source's date overlaps the range;
 * it surely does, where each of them lies wholly inside and none is in doubt. A date that no source gives lies in no
 * range. `roughly` is met by all that may lie there by whatever was ever told, and needs no version: it spares the rest
 * of the work.
 */
export function liesInRange(fact: string, date: ToldDate, { from, to }: DayParameters, at: string = version) {
  const overlaps = (days: ToldDays) => `${days.from} <= ${to} AND ${days.to} >= ${from}`;
  const leavesDoubt = (days: ToldDays) =>
    `(${days.from} < ${from} OR ${days.to} > ${to} OR NOT ${days.isFirm})`;
  return {
    roughly: `${fact}.${date}ToldFirst <= ${to} AND ${fact}.${date}ToldLast >= ${from}`,
    perhaps: anyTold(fact, date, overlaps, at),
    certain: `NOT ${anyTold(fact, date, leavesDoubt, at)}`,
  };
}

/** The condition that `article` is among those that tell of `fact` in the version `at`. */
export function toldBy(fact: string, article: string, at: string, bag: Bag): string {
  // The articles stand in the order in which they told it, so that a version knows the first few.
  return `${bag.add(article)} IN ${fact}.declaredBy[0..${sourcesIn(fact, at)}]`;
}

/** The conditions, never null, that a date of `fact` may lie in a range by what any source tells of it in the version `at`. */
export function toldIn(
  fact: string,
  date: ToldDate,
  range: DayRange | null | undefined,
  at: string,
  bag: Bag,
): string[] {
  if (!range || (!range.from && !range.to)) return [];
  // An open end of the range takes what stands for open ends in the lists.
  const days = { from: bag.add(range.from ?? ''), to: bag.add(range.to ?? '~') };
  const { roughly, perhaps } = liesInRange(fact, date, days, at);
  const told = `${fact}.${date}Told`;
  // Most dates are told once: then all that may lie there roughly may lie there.
  return [`${told}First IS NOT NULL`, roughly, `(${told}Once IS NOT NULL OR ${perhaps})`];
}
