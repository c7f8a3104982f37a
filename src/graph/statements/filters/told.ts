import type { DayRange } from '../../../model/filters.ts';
import type { Bag } from './bag.ts';
import { version } from './time.ts';

/** A range of days, both included, as the parameters that hold them. */
export type DayParameters = { readonly from: string; readonly to: string };

/** The dates of facts of which every telling is kept. */
type ToldDate = 'since' | 'until' | 'date';

/**
 * Whether a date of `fact` lies in a range, by what every source tells of it in a version (the one bound unless given;
 * stored under `date` as `toldDates` in dossier/told.ts lays out). It may, where one source's date overlaps the range;
 * it surely does, where each of them lies wholly inside and none is in doubt. A date that no source gives lies in no
 * range. `roughly` is met by all that may lie there by whatever was ever told, and needs no version: it spares the rest
 * of the work.
 */
export function liesInRange(fact: string, date: ToldDate, { from, to }: DayParameters, at: string = version) {
  const [earliest, latest] = [`${fact}.${date}ToldFrom[x]`, `${fact}.${date}ToldTo[x]`];
  const anyTold = (condition: string) =>
    `any(x IN range(0, size(${fact}.${date}Told) - 1) WHERE ${fact}.${date}Told[x] = ${at} AND ${condition})`;
  return {
    roughly: `${fact}.${date}ToldFirst <= ${to} AND ${fact}.${date}ToldLast >= ${from}`,
    perhaps: anyTold(`${earliest} <= ${to} AND ${latest} >= ${from}`),
    certain: `NOT ${anyTold(`(${earliest} < ${from} OR ${latest} > ${to} OR NOT ${fact}.${date}ToldFirmly[x])`)}`,
  };
}

/** The condition that `article` is among those that tell of `fact` in the version `at`. */
export function toldBy(fact: string, article: string, at: string, bag: Bag): string {
  // The articles stand in the order in which they told it, so that a version knows the first few.
  return `${bag.add(article)} IN ${fact}.declaredBy[0..${fact}.historySources[${at}]]`;
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
  // Most dates are told once, and looking through lists of one costs as much as all else that is asked.
  return [`${told}First IS NOT NULL`, roughly, `(${told}Once IS NOT NULL OR ${perhaps})`];
}
