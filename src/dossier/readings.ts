import { InvalidDateError } from '../time/edtf.ts';
import { type Bounds, boundsOf } from '../time/interval.ts';
import { readDate } from './dates.ts';

/** All that sources say of when a relationship held: the dates of its beginning and of its end, and days on which it did. */
export type Tellings = {
  readonly sinces: readonly string[];
  readonly untils: readonly string[];
  readonly attested: readonly string[];
  /** Whether it never ends once begun. */
  readonly permanent: boolean;
};

/** One beginning and one end of those told, null for none, and the days that are said to lie between. */
export type Reading = {
  readonly since: string | null;
  readonly until: string | null;
  readonly attested: readonly string[];
};

/**
 * What sources that may contradict one another leave possible: each of the largest sets of their dates and days that fit
 * together, as the bounds it makes. There is always one; where nothing contradicts, there is one for each choice of dates.
 */
export function readingsOf(tellings: Tellings): readonly Bounds[] {
  const { permanent } = tellings;
  const [sinces, untils] = [tellings.sinces, permanent ? [] : tellings.untils];
  const whole = wholeOf(sinces, untils, tellings);
  if (whole) return [whole];
  const fitting = [null, ...sinces].flatMap((since) =>
    [null, ...untils].flatMap((until) => {
      const ends = { since, until };
      const attested = tellings.attested.filter((day) => fits(ends, day, permanent));
      const bounds = boundsOrNull({ ...ends, attested }, permanent);
      return bounds ? [{ ...ends, attested, bounds }] : [];
    }),
  );
  return fitting
    .filter((one) => !fitting.some((other) => other !== one && holdsAll(other, one)))
    .map(({ bounds }) => bounds);
}

// Most often there is one date at most for each end, and all fits: then that is the largest set, and no other counts.
function wholeOf(
  sinces: readonly string[],
  untils: readonly string[],
  { attested, permanent }: Tellings,
): Bounds | null {
  if (sinces.length > 1 || untils.length > 1) return null;
  const ends = { since: sinces[0] ?? null, until: untils[0] ?? null };
  if (!attested.every((day) => fits(ends, day, permanent))) return null;
  return boundsOrNull({ ...ends, attested }, permanent);
}

/** The bounds of a reading; null where it contradicts itself. */
export function boundsOrNull({ since, until, attested }: Reading, permanent: boolean): Bounds | null {
  try {
    return boundsOf({ since: readDate(since), until: readDate(until), attested, permanent });
  } catch (error) {
    if (error instanceof InvalidDateError) return null;
    throw error;
  }
}

function fits({ since, until }: Omit<Reading, 'attested'>, day: string, permanent: boolean): boolean {
  const alone = { since: null, until: null, attested: [day] };
  return [{ since }, { until }].every((end) => boundsOrNull({ ...alone, ...end }, permanent) !== null);
}

function holdsAll(larger: Reading, { since, until, attested }: Reading): boolean {
  return (
    (since === null || since === larger.since) &&
    (until === null || until === larger.until) &&
    attested.every((day) => larger.attested.includes(day))
  );
}
