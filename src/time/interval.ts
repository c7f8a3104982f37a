import { InvalidDateError } from './edtf.ts';
import { firm, refuseContradiction, type StateTimes } from './state.ts';

/** Whether a state held on a day: surely, perhaps, or not. */
export type Certainty = 'CERTAIN' | 'POSSIBLE' | 'NO';

/**
 * The days a state surely or possibly held: ISO days, inclusive, each fit to be stored as a property. Null in
 * `certainFrom` means no day is certain, and then `certainTo` is null too; null in `certainTo` beside a day in
 * `certainFrom` means it never ends. Null in `possibleFrom` or `possibleTo` means open.
 */
export type Bounds = {
  readonly certainFrom: string | null;
  readonly certainTo: string | null;
  readonly possibleFrom: string | null;
  readonly possibleTo: string | null;
};

/**
 * The bounds of a state (DESIGN.md, Time, "asOf"). Because the state is unbroken it surely holds from the latest day
 * it can have begun to the earliest day it can have ended. It has begun by the latest day of `since`, by the first
 * attested day, and by the latest day of `until`; it has not ended before the earliest of `until`, the last attested
 * day, or the earliest of `since`. So "since 2019-03-01" alone makes that one day certain.
 *
 * A date marked uncertain or approximate never makes a day certain, and an attestation outside it moves the possible
 * days. Beyond that it bounds them as written, since EDTF gives "about" no width.
 *
 * Throws InvalidDateError where no days fit what is said.
 */
export function boundsOf(times: StateTimes): Bounds {
  refuseContradiction(times);
  const { since, until, attested, permanent } = times;
  const possibleFrom = since?.earliest ? first([since.earliest, ...attested]) : null;
  const possibleTo = until?.latest ? last([until.latest, ...attested]) : null;
  if (possibleFrom !== null && possibleTo !== null && possibleFrom > possibleTo) {
    throw new InvalidDateError(
      `The state ends ("${until?.edtf}") before it begins ("${since?.edtf}"): mend one of the two`,
    );
  }
  const [begin, end] = [firm(since), firm(until)];
  const certainFrom = first([begin?.latest, end?.latest, ...attested]);
  const certainTo = last([begin?.earliest, end?.earliest, ...attested]);
  const possible = { possibleFrom, possibleTo };
  if (certainFrom !== null && permanent) return { certainFrom, certainTo: null, ...possible };
  if (certainFrom !== null && certainTo !== null && certainFrom <= certainTo) {
    return { certainFrom, certainTo, ...possible };
  }
  return { certainFrom: null, certainTo: null, ...possible };
}

/** Whether a state with these bounds held on an ISO day. */
export function certaintyOn(bounds: Bounds, day: string): Certainty {
  const { certainFrom, certainTo, possibleFrom, possibleTo } = bounds;
  if (certainFrom !== null && certainFrom <= day && (certainTo === null || day <= certainTo))
    return 'CERTAIN';
  if (possibleFrom !== null && day < possibleFrom) return 'NO';
  return possibleTo !== null && day > possibleTo ? 'NO' : 'POSSIBLE';
}

type Days = readonly (string | null | undefined)[];

// ISO days sort as text in the order of time.
const inOrder = (days: Days) => days.filter((day) => typeof day === 'string').sort();
const first = (days: Days) => inOrder(days).at(0) ?? null;
const last = (days: Days) => inOrder(days).at(-1) ?? null;
