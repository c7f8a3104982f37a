import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreedDate, hullOf, readDate, reportedDay } from '../../src/dossier/dates.ts';
import { type FuzzyDate, parseEdtf } from '../../src/time/edtf.ts';
import { edtfText } from '../time/arbitraries.ts';

/** What the newest article says comes first. */
const agreed = (...dates: (string | null | undefined)[]) => agreedDate(dates);

const isFirm = (edtf: string) => !parseEdtf(edtf).uncertain && !parseEdtf(edtf).approximate;

// Days as numbers, open ends at infinity: another way to say "lies within" than the one tested.
function span(edtf: string): readonly [number, number] {
  const { earliest, latest }: FuzzyDate = parseEdtf(edtf);
  const day = (iso: string | null, open: number) => (iso ? Number(iso.replaceAll('-', '')) : open);
  return [day(earliest, -Infinity), day(latest, Infinity)];
}

function within(inner: string, outer: string): boolean {
  const [[from, to], [low, high]] = [span(inner), span(outer)];
  return from >= low && to <= high;
}

// Dates of few years, so that many of them hold or cross one another.
const near = fc.constantFrom(
  ...['2015', '2015-12', '2015-12-11', '2015-12-12', '2016', '2015?', '2015-12~', '2015/2016', '../2015-12'],
  ...['2015-12-11?', '201X', '2015-12/..', '2015-24', '2016-01'],
);
const told = fc.array(fc.oneof(near, edtfText), { minLength: 1, maxLength: 6 });

describe('agreedDate', () => {
  it('is nothing where no source gives a date', () => {
    expect(agreed()).toEqual({ edtf: null, rivals: [] });
    expect(agreed(null, undefined)).toEqual({ edtf: null, rivals: [] });
  });

  it('takes a more precise date for the same one, whoever gives it', () => {
    expect(agreed('2015', '2015-12')).toEqual({ edtf: '2015-12', rivals: [] });
    expect(agreed('2015-12', '2015')).toEqual({ edtf: '2015-12', rivals: [] });
    expect(agreed(null, '201X', '2015-12-11', '2015')).toEqual({ edtf: '2015-12-11', rivals: [] });
  });

  it('lets the newest stand where dates exclude one another, and keeps the others as rivals', () => {
    expect(agreed('2016', '2015-12')).toEqual({ edtf: '2016', rivals: ['2015-12'] });
    expect(agreed('2015-12', '2016', '2015', '2016')).toEqual({ edtf: '2015-12', rivals: ['2016'] });
  });

  it('counts dates that overlap without holding one another as rivals', () => {
    expect(agreed('2015-12/2016-02', '2016')).toEqual({ edtf: '2015-12/2016-02', rivals: ['2016'] });
  });

  it('takes the first of two refinements, and the other is its rival', () => {
    expect(agreed('2015', '2015-03', '2015-05')).toEqual({ edtf: '2015-03', rivals: ['2015-05'] });
  });

  it('does not let a doubt make a firm date less sure', () => {
    expect(agreed('2015', '2015-03?')).toEqual({ edtf: '2015', rivals: [] });
    expect(agreed('2015', '2015?')).toEqual({ edtf: '2015', rivals: [] });
    expect(agreed('2015', '2015-03?', '2015-05~')).toEqual({ edtf: '2015', rivals: [] });
    expect(agreed('2015', '2015-05?', '2015-03')).toEqual({ edtf: '2015-03', rivals: ['2015-05?'] });
  });

  it('lets a doubt narrow a doubt, and a firm date end it', () => {
    expect(agreed('2015?', '2015-03~')).toEqual({ edtf: '2015-03~', rivals: [] });
    expect(agreed('2015?', '2015')).toEqual({ edtf: '2015', rivals: [] });
  });

  it('chooses among what is given, as the newest has it or inside it', () => {
    fc.assert(
      fc.property(told, (dates) => {
        const { edtf, rivals } = agreedDate(dates);
        expect(dates).toContain(edtf);
        expect(within(String(edtf), String(dates[0]))).toBe(true);
        expect(rivals).toEqual([...new Set(rivals)]);
        expect(rivals.every((rival) => dates.includes(rival) && rival !== edtf)).toBe(true);
      }),
    );
  });

  it('has exactly those as rivals that neither hold the one that stands nor lie within it', () => {
    fc.assert(
      fc.property(told, (dates) => {
        const { edtf, rivals } = agreedDate(dates);
        const apart = dates.filter((date) => !within(date, String(edtf)) && !within(String(edtf), date));
        expect(new Set(rivals)).toEqual(new Set(apart));
      }),
    );
  });

  it('finds no disagreement among ever more precise dates, in any order', () => {
    const chains = fc.constantFrom<string[]>(
      ['20XX', '201X', '2015', '2015-12', '2015-12-11'],
      ['../2019', '2018/2019', '2018-02'],
    );
    const shuffled = chains.chain((chain) => fc.shuffledSubarray(chain, { minLength: 1 }));
    fc.assert(
      fc.property(shuffled, (dates) => {
        const { edtf, rivals } = agreedDate(dates);
        expect(rivals).toEqual([]);
        expect(dates.every((date) => within(String(edtf), date))).toBe(true);
      }),
    );
  });

  it('is as firm as the newest at least, and the same when told again', () => {
    fc.assert(
      fc.property(told, fc.nat(), (dates, place) => {
        const once = agreedDate(dates);
        if (isFirm(String(dates[0]))) expect(isFirm(String(once.edtf))).toBe(true);
        const again = dates[place % dates.length] ?? null;
        expect(agreedDate([...dates, again, null])).toEqual(once);
      }),
    );
  });
});

describe('reportedDay', () => {
  it('is the last day on which the article can have been published: nothing is known too early', () => {
    expect(reportedDay('2019-07-24')).toBe('2019-07-24');
    expect(reportedDay('2019-07')).toBe('2019-07-31');
    expect(reportedDay('../2019')).toBe('2019-12-31');
  });

  it('is the first day of an article that may have come any time later', () => {
    expect(reportedDay('2019-07/..')).toBe('2019-07-01');
  });
});

describe('readDate', () => {
  it('reads EDTF and leaves nothing as it is', () => {
    expect(readDate('2015-12')).toMatchObject({ earliest: '2015-12-01', latest: '2015-12-31' });
    expect(readDate(null)).toBeNull();
  });
});

describe('hullOf', () => {
  it.each([
    [[null], null],
    [['2018-02', null, '2018-11'], { earliest: '2018-02-01', latest: '2018-11-30' }],
    [['2018', '../2017'], { earliest: null, latest: '2018-12-31' }],
    [['2018/..', '2017-05-05'], { earliest: '2017-05-05', latest: null }],
  ])('%j spans %j', (dates, days) => {
    expect(hullOf(dates)).toEqual(days);
  });
});
