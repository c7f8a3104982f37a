import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay } from '../../src/time/days.ts';
import { type FuzzyDate, InvalidDateError } from '../../src/time/edtf.ts';
import { boundsOf, certaintyOn } from '../../src/time/interval.ts';
import type { StateTimes } from '../../src/time/state.ts';

// A calendar of ten days: dates fall on 2 to 9, days are asked for from 1 to 10, and 0 and 11 stand for any time
// before and after, so a state open on a side may begin or end beyond every day that is asked for.
const [before, after] = [0, 11];
const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const iso = (day: number) => isoDay(2019, 7, day);
const within = fc.integer({ min: 2, max: 9 });

type Range = { readonly low: number | null; readonly high: number | null; readonly doubt: boolean };

type Story = {
  readonly since: Range | null;
  readonly until: Range | null;
  readonly attested: readonly number[];
  readonly permanent: boolean;
};

const range = (doubt: fc.Arbitrary<boolean>): fc.Arbitrary<Range> =>
  fc
    .record({ low: fc.option(within), high: fc.option(within), doubt })
    .filter(({ low, high }) => low === null || high === null || low <= high);

const story = (doubt: fc.Arbitrary<boolean>): fc.Arbitrary<Story> =>
  fc
    .record({
      since: fc.option(range(doubt)),
      until: fc.option(range(doubt)),
      attested: fc.array(within, { maxLength: 3 }),
      permanent: fc.boolean(),
    })
    .map((said) => (said.permanent ? { ...said, until: null } : said));

const fuzzy = (given: Range | null): FuzzyDate | null =>
  given && {
    edtf: 'any',
    earliest: given.low === null ? null : iso(given.low),
    latest: given.high === null ? null : iso(given.high),
    precision: 'INTERVAL',
    uncertain: given.doubt,
    approximate: false,
  };

const asTimes = ({ since, until, attested, permanent }: Story): StateTimes => {
  return { since: fuzzy(since), until: fuzzy(until), attested: attested.map(iso), permanent };
};

/** Every (begin, end) that what is said allows. */
function lives({ since, until, attested, permanent }: Story): (readonly [number, number])[] {
  const begins = span(since?.low ?? before, since?.high ?? after);
  const ends = permanent ? [after] : span(until?.low ?? before, until?.high ?? after);
  return begins
    .flatMap((begin) => ends.map((end) => [begin, end] as const))
    .filter(([begin, end]) => begin <= end && attested.every((day) => begin <= day && day <= end));
}

function verdict(all: readonly (readonly [number, number])[], day: number): string {
  const holding = all.filter(([begin, end]) => begin <= day && day <= end).length;
  return holding === 0 ? 'NO' : holding === all.length ? 'CERTAIN' : 'POSSIBLE';
}

const openBounds = boundsOf({ since: null, until: null, attested: [], permanent: false });

describe('against every beginning and end there could be', () => {
  it('gives the same verdict on every day, and refuses exactly what allows none', () => {
    fc.assert(
      fc.property(story(fc.constant(false)), (said) => {
        const all = lives(said);
        if (all.length === 0) {
          expect(() => boundsOf(asTimes(said))).toThrow(InvalidDateError);
          return;
        }
        const bounds = boundsOf(asTimes(said));
        for (const day of span(1, 10))
          expect([day, certaintyOn(bounds, iso(day))]).toEqual([day, verdict(all, day)]);
      }),
      { numRuns: 2000 },
    );
  });

  it('calls a day certain despite doubtful dates exactly if it is so without them', () => {
    fc.assert(
      fc.property(story(fc.boolean()), (said) => {
        const firm = (given: Range | null) => (given?.doubt ? null : given);
        const all = lives({ ...said, since: firm(said.since), until: firm(said.until) });
        const bounds = refusedAsNull(said);
        fc.pre(bounds !== null);
        for (const day of span(1, 10)) {
          const certain = bounds !== null && certaintyOn(bounds, iso(day)) === 'CERTAIN';
          expect([day, certain]).toEqual([day, verdict(all, day) === 'CERTAIN']);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the certain days within the possible ones', () => {
    fc.assert(
      fc.property(story(fc.boolean()), (said) => {
        const bounds = refusedAsNull(said);
        fc.pre(bounds !== null && bounds.certainFrom !== null);
        const { certainFrom, certainTo, possibleFrom, possibleTo } = bounds ?? openBounds;
        expect((possibleFrom ?? '') <= (certainFrom ?? '')).toBe(true);
        expect((certainTo ?? '~') <= (possibleTo ?? '~')).toBe(true);
      }),
    );
  });
});

function refusedAsNull(said: Story) {
  try {
    return boundsOf(asTimes(said));
  } catch (error) {
    if (error instanceof InvalidDateError) return null;
    throw error;
  }
}
