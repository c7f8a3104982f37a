import { version } from './time.ts';

/** A range of days, both included, as the parameters that hold them. */
export type DayParameters = { readonly from: string; readonly to: string };

/**
 * Whether a date of `fact` lies in a range, by what every source tells of it in the version bound (stored under `date`
 * as `toldDates` in dossier/told.ts lays out). It may, where one source's date overlaps the range; it surely does, where
 * each of them lies wholly inside and none is in doubt. A date that no source gives lies in no range. `roughly` is met
 * by all that may lie there by whatever was ever told, and needs no version: it spares the rest of the work.
 */
export function liesInRange(fact: string, date: 'since' | 'until' | 'date', { from, to }: DayParameters) {
  const [earliest, latest] = [`${fact}.${date}ToldFrom[x]`, `${fact}.${date}ToldTo[x]`];
  const anyTold = (condition: string) =>
    `any(x IN range(0, size(${fact}.${date}Told) - 1) WHERE ${fact}.${date}Told[x] = ${version} AND ${condition})`;
  return {
    roughly: `${fact}.${date}ToldFirst <= ${to} AND ${fact}.${date}ToldLast >= ${from}`,
    perhaps: anyTold(`${earliest} <= ${to} AND ${latest} >= ${from}`),
    certain: `NOT ${anyTold(`(${earliest} < ${from} OR ${latest} > ${to} OR NOT ${fact}.${date}ToldFirmly[x])`)}`,
  };
}
