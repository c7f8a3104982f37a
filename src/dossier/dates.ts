import { type FuzzyDate, parseEdtf } from '../time/edtf.ts';
import { firm } from '../time/state.ts';

/** What several sources together say of one date. */
export type AgreedDate = {
  /** The date that stands, as EDTF; null where none is given. */
  readonly edtf: string | null;
  /** The dates of other sources that neither hold the one that stands nor lie within it, each once. */
  readonly rivals: readonly string[];
};

/**
 * The date that stands where sources (newest first) give several: the newest, or a more precise one of the others that
 * lies within it. A vaguer date that holds the one that stands is no rival: "2015" does not contradict "2015-12". Nor is
 * a doubtful one inside it, which does not take its place either: "perhaps in March" makes "2015" no less sure.
 */
export function agreedDate(dates: readonly (string | null | undefined)[]): AgreedDate {
  const given = [...new Set(dates.filter((date) => typeof date === 'string'))];
  const [newest, ...others] = given;
  if (newest === undefined) return { edtf: null, rivals: [] };
  const edtf = others.reduce((standing, other) => (refines(other, standing) ? other : standing), newest);
  return { edtf, rivals: given.filter((date) => !liesWithin(edtf, date) && !liesWithin(date, edtf)) };
}

function refines(other: string, standing: string): boolean {
  return liesWithin(other, standing) && (isFirm(other) || !isFirm(standing));
}

const isFirm = (date: string) => firm(parseEdtf(date)) !== null;

/** Whether every day the first date can mean is one the second can mean. */
function liesWithin(inner: string, outer: string): boolean {
  const [a, b] = [parseEdtf(inner), parseEdtf(outer)];
  const startsInside = b.earliest === null || (a.earliest !== null && a.earliest >= b.earliest);
  const endsInside = b.latest === null || (a.latest !== null && a.latest <= b.latest);
  return startsInside && endsInside;
}

/** A date as EDTF, read; null for null. */
export function readDate(edtf: string | null): FuzzyDate | null {
  return edtf === null ? null : parseEdtf(edtf);
}

/** The first and the last day of something, as ISO days; null where it is open. */
export type Days = Pick<FuzzyDate, 'earliest' | 'latest'>;

/** The days from the first that any of some dates, as EDTF, can mean to the last; null where there is no date. */
export function hullOf(dates: readonly (string | null)[]): Days | null {
  const given = dates.map(readDate).filter((date) => date !== null);
  if (given.length === 0) return null;
  const [starts, ends] = [given.map(({ earliest }) => earliest), given.map(({ latest }) => latest)];
  const all = (days: (string | null)[]) => (days.includes(null) ? [] : (days as string[]).sort());
  return { earliest: all(starts).at(0) ?? null, latest: all(ends).at(-1) ?? null };
}

/** The day from which an article's words could be known: the last day on which it can have been published. */
export function reportedDay(published: string): string {
  const { latest, earliest } = parseEdtf(published);
  return latest ?? earliest ?? '9999-12-31';
}
