import type { Bounds } from '../time/interval.ts';
import { type AgreedDate, agreedDate } from './dates.ts';
import { boundsOrNull, readingsOf } from './readings.ts';

/** One end of a relationship. It clashes where a date of it does not fit what others say of the relationship. */
type AgreedEnd = AgreedDate & { readonly clashes: boolean };

/** What sources together say of when a relationship held. */
export type AgreedTimes = { readonly since: AgreedEnd; readonly until: AgreedEnd; readonly bounds: Bounds };

type Times = { readonly since?: string; readonly until?: string };
type Ends = { readonly since: string | null; readonly until: string | null };

/**
 * When a relationship held by claims (newest first) that may contradict one another. Certain is what every reading of them
 * makes certain (see `readingsOf`), possible what any does and what lies between. So a contradiction takes nothing from a
 * day that does not partake in it, and leaves no more open than the dates told do. Dates clash where an end lies before
 * the beginning, or a day on which the relationship held lies outside of both.
 */
export function agreedTimes(
  claims: readonly Times[],
  attested: readonly string[],
  permanent: boolean,
): AgreedTimes {
  const since = agreedDate(claims.map((claim) => claim.since));
  const until = agreedDate(claims.map((claim) => claim.until));
  const bounds = remembered((ends) => boundsOrNull({ ...ends, attested }, permanent));
  const [sinces, untils] = [allOf(since), allOf(until)];
  const cases = orNone(sinces).flatMap((begin) =>
    orNone(untils).map((end): Ends => ({ since: begin, until: end })),
  );
  const sinceFits = (ends: Ends) => bounds({ ...ends, until: null }) !== null;
  const untilFits = (ends: Ends) => bounds({ ...ends, since: null }) !== null;
  // Two dates that each fit the rest but not one another are both in question.
  const isClash = (ends: Ends) => sinceFits(ends) && untilFits(ends) && bounds(ends) === null;
  const clashes = (fits: (ends: Ends) => boolean) => cases.some((ends) => !fits(ends) || isClash(ends));
  return {
    since: { ...since, clashes: clashes(sinceFits) },
    until: { ...until, clashes: clashes(untilFits) },
    bounds: readingsOf({ sinces, untils, attested, permanent }).reduce(agreedBounds),
  };
}

// The same few ends are asked for again and again.
function remembered<T>(of: (ends: Ends) => T): (ends: Ends) => T {
  const known = new Map<string, T>();
  return (ends) => {
    const key = `${ends.since} ${ends.until}`;
    const value = known.has(key) ? (known.get(key) as T) : of(ends);
    known.set(key, value);
    return value;
  };
}

const allOf = ({ edtf, rivals }: AgreedDate) => (edtf === null ? [] : [edtf, ...rivals]);
const orNone = (dates: readonly string[]) => (dates.length > 0 ? dates : [null]);

function agreedBounds(one: Bounds, other: Bounds): Bounds {
  return {
    ...intersection(one, other),
    possibleFrom: one.possibleFrom && other.possibleFrom && least(one.possibleFrom, other.possibleFrom),
    possibleTo: one.possibleTo && other.possibleTo && greatest(one.possibleTo, other.possibleTo),
  };
}

function intersection(one: Bounds, other: Bounds): Pick<Bounds, 'certainFrom' | 'certainTo'> {
  const none = { certainFrom: null, certainTo: null };
  if (one.certainFrom === null || other.certainFrom === null) return none;
  const certainFrom = greatest(one.certainFrom, other.certainFrom);
  const certainTo =
    one.certainTo && other.certainTo
      ? least(one.certainTo, other.certainTo)
      : (one.certainTo ?? other.certainTo);
  return certainTo !== null && certainTo < certainFrom ? none : { certainFrom, certainTo };
}

const least = (a: string, b: string) => (a < b ? a : b);
const greatest = (a: string, b: string) => (a > b ? a : b);
