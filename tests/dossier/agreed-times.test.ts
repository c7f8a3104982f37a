import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreedTimes } from '../../src/dossier/agreed-times.ts';
import { sumsDiffer } from '../../src/dossier/sums.ts';
import { toldDates } from '../../src/dossier/told.ts';
import { certaintyOn } from '../../src/time/interval.ts';

type Times = { readonly since?: string; readonly until?: string };

const times = (claims: readonly Times[], attested: readonly string[] = [], permanent = false) =>
  agreedTimes(claims, attested, permanent);
const on = (claims: readonly Times[], day: string) => certaintyOn(times(claims).bounds, day);

describe('agreedTimes', () => {
  it('joins the beginning of one source and the end of another', () => {
    const { since, until, bounds } = times([{ since: '2016' }, { until: '2018-02' }]);
    expect([since.edtf, until.edtf, since.clashes, until.clashes]).toEqual(['2016', '2018-02', false, false]);
    expect(bounds).toEqual({
      certainFrom: '2016-12-31',
      certainTo: '2018-02-01',
      possibleFrom: '2016-01-01',
      possibleTo: '2018-02-28',
    });
  });

  it('is certain only where both of two dates make it so, and possible where either does', () => {
    const claims = [{ since: '2016', until: '2019' }, { since: '2014' }];
    expect(
      ['2013', '2014', '2015', '2016', '2017', '2020'].map((year) => on(claims, `${year}-07-01`)),
    ).toEqual(['NO', 'POSSIBLE', 'POSSIBLE', 'POSSIBLE', 'CERTAIN', 'NO']);
  });

  it('is sure of nothing where a source ends it before another one begins it', () => {
    const { since, until, bounds } = times([{ since: '2019' }, { until: '2018' }]);
    expect([since.clashes, until.clashes]).toEqual([true, true]);
    expect(bounds).toEqual({ certainFrom: null, certainTo: null, possibleFrom: null, possibleTo: null });
  });

  it('leaves no more open than the dates told do where some of them contradict one another', () => {
    const claims = [
      { since: '2015', until: '2018' },
      { since: '2010', until: '2012' },
    ];
    expect(times(claims).since.clashes).toBe(true);
    expect(
      ['1800', '2009', '2010', '2013', '2018', '2019'].map((year) => on(claims, `${year}-07-01`)),
    ).toEqual(['NO', 'NO', 'POSSIBLE', 'POSSIBLE', 'POSSIBLE', 'NO']);
    // Nobody ends what began in 2019, so 2018 may be the end of nothing.
    const open = [{ since: '2019' }, { since: '2015', until: '2018' }];
    expect(['2014', '2015', '2018', '2021'].map((year) => on(open, `${year}-07-01`))).toEqual([
      'NO',
      'POSSIBLE',
      'POSSIBLE',
      'POSSIBLE',
    ]);
  });

  it('stays certain of an attested day that nothing contradicts, beside one that something does', () => {
    const attested = ['2018-07-01', '2019-07-24'];
    const { until, bounds } = times([{}, { until: '../2018' }], attested);
    expect(until.clashes).toBe(true);
    expect(['2018-06-30', ...attested].map((day) => certaintyOn(bounds, day))).toEqual([
      'POSSIBLE',
      'CERTAIN',
      'POSSIBLE',
    ]);
    // Whichever is wrong, the beginning or the first of the days, it held on the second and since 2017.
    const begun = times([{ since: '2017' }], ['2016-05-05', '2019-07-24']).bounds;
    expect(begun).toMatchObject({ certainFrom: '2017-12-31', certainTo: '2019-07-24' });
  });

  it('blames the date that does not fit an attested day, and no other', () => {
    const { since, until } = times([{ since: '2015', until: '2018' }], ['2014-05-05']);
    expect([since.clashes, until.clashes]).toEqual([true, false]);
    const { until: end } = times([{ until: '2018' }], ['2019-01-01']);
    expect(end.clashes).toBe(true);
  });

  it('counts the end of what cannot end as a clash', () => {
    expect(times([{ until: '2018' }], [], true).until.clashes).toBe(true);
  });

  it('finds a clash of the rival alone too', () => {
    const { since, until } = times([{ since: '2015', until: '2018' }, { since: '2019' }]);
    expect([since.rivals, since.clashes, until.clashes]).toEqual([['2019'], true, true]);
  });

  it('is never surer with another source than every one of them alone', () => {
    const year = fc.constantFrom(undefined, '2014', '2015', '2015-06', '2016?', '2017', '2018', '2018~');
    const claim = fc.record({ since: year, until: year });
    const day = fc.constantFrom(
      '2013-01-01',
      '2015-06-15',
      '2016-01-01',
      '2017-07-01',
      '2018-12-31',
      '2020-01-01',
    );
    fc.assert(
      fc.property(claim, claim, day, (one, other, at) => {
        // Two that each name both ends differently: certain then means certain by both.
        const both = on([one, other], at);
        const { since, until } = times([one, other]);
        if (since.clashes || until.clashes) expect(both).not.toBe('CERTAIN');
        if (both === 'NO') expect([on([one], at), on([other], at)]).toContain('NO');
        if (since.rivals.length > 0 && until.rivals.length > 0 && both === 'CERTAIN') {
          expect(on([one], at)).toBe('CERTAIN');
          expect(on([other], at)).toBe('CERTAIN');
        }
      }),
    );
  });
});

describe('toldDates', () => {
  it('lists every date of every state, open ends as text that compares with every day', () => {
    const states = [
      { edtf: null, rivals: [] },
      { edtf: '../2018', rivals: [] },
      { edtf: '2019-03', rivals: ['2018?'] },
    ];
    expect(toldDates('since', states)).toEqual({
      sinceToldFirst: '',
      sinceToldLast: '2019-03-31',
      sinceTold: [1, 2, 2],
      sinceToldFrom: ['', '2019-03-01', '2018-01-01'],
      sinceToldTo: ['2018-12-31', '2019-03-31', '2018-12-31'],
      sinceToldFirmly: [true, true, false],
    });
  });

  it('keeps first and last alone where they say it all: of one date in one state, in no doubt', () => {
    const once = { edtf: '2018', rivals: [] };
    expect(toldDates('date', [once])).toEqual({
      dateToldFirst: '2018-01-01',
      dateToldLast: '2018-12-31',
      dateToldOnce: true,
    });
    expect(toldDates('date', [{ edtf: null, rivals: [] }])).toEqual({});
    const several = [
      [once, once],
      [{ edtf: '2018', rivals: ['2019'] }],
      [{ edtf: '2018~', rivals: [] }],
      [{ ...once, clashes: true }],
    ];
    for (const states of several) {
      expect(toldDates('date', states)).not.toHaveProperty('dateToldOnce');
      expect(toldDates('date', states)).toHaveProperty('dateToldFrom');
    }
  });

  it('takes no date as firm that clashes with what else is known', () => {
    expect(toldDates('until', [{ edtf: '2018', rivals: [], clashes: true }]).untilToldFirmly).toEqual([
      false,
    ]);
  });
});

describe('sumsDiffer', () => {
  const sum = (amount: string, currency = 'USD', approximate = false) => ({ amount, currency, approximate });

  it.each([
    ['one article alone, whatever it gives', [[sum('1'), sum('2')]], false],
    ['the same sum', [[sum('1000000000')], [sum('1000000000')]], false],
    ['the same sum in other digits', [[sum('1.5')], [sum('01.50')]], false],
    ['another sum', [[sum('1000000000')], [sum('1000000001')]], true],
    [
      'sums beyond 2^53 that differ in their last digit',
      [[sum('9007199254740993')], [sum('9007199254740992')]],
      true,
    ],
    ['an approximate sum', [[sum('1')], [sum('2', 'USD', true)]], false],
    ['sums in other currencies', [[sum('1')], [sum('1200', 'KRW')]], false],
    ['an article that gives none', [[sum('1')], []], false],
    [
      'the same sums in another order',
      [
        [sum('1'), sum('2')],
        [sum('2'), sum('1')],
      ],
      false,
    ],
    ['one sum of two', [[sum('1'), sum('2')], [sum('1')]], true],
  ])('%s', (_, tellings, differ) => {
    expect(sumsDiffer(tellings)).toBe(differ);
  });
});
