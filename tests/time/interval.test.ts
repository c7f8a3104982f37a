import { describe, expect, test } from 'vitest';
import { InvalidDateError, parseEdtf } from '../../src/time/edtf.ts';
import { boundsOf, certaintyOn } from '../../src/time/interval.ts';
import type { StateTimes } from '../../src/time/state.ts';

type Said = { since?: string; until?: string; attested?: readonly string[]; permanent?: boolean };

const times = ({ since, until, attested = [], permanent = false }: Said): StateTimes => {
  const read = (text: string | undefined) => (text === undefined ? null : parseEdtf(text));
  return { since: read(since), until: read(until), attested, permanent };
};

const on = (said: Said, day: string) => certaintyOn(boundsOf(times(said)), day);

describe('boundsOf', () => {
  const open = { certainFrom: null, certainTo: null, possibleFrom: null, possibleTo: null };

  test.each<[string, Said, Partial<ReturnType<typeof boundsOf>>]>([
    ['nothing said', {}, {}],
    ['a permanent fact of which nothing is said', { permanent: true }, {}],
    ['a beginning alone', { since: '2015-12' }, { possibleFrom: '2015-12-01' }],
    ['an end alone', { until: '2019' }, { possibleTo: '2019-12-31' }],
    [
      'a beginning on a day, which is certain by itself',
      { since: '2019-03-01' },
      { certainFrom: '2019-03-01', certainTo: '2019-03-01', possibleFrom: '2019-03-01' },
    ],
    [
      'an end on a day, which is certain by itself',
      { until: '2019-03-01' },
      { certainFrom: '2019-03-01', certainTo: '2019-03-01', possibleTo: '2019-03-01' },
    ],
    ['one attestation', { attested: ['2019-07-24'] }, { certainFrom: '2019-07-24', certainTo: '2019-07-24' }],
    [
      'attestations in any order',
      { attested: ['2019-07-24', '2015-12-11'] },
      { certainFrom: '2015-12-11', certainTo: '2019-07-24' },
    ],
    [
      'both ends fuzzy and apart',
      { since: '2018-02', until: '2019-03' },
      {
        certainFrom: '2018-02-28',
        certainTo: '2019-03-01',
        possibleFrom: '2018-02-01',
        possibleTo: '2019-03-31',
      },
    ],
    [
      'both ends in one year',
      { since: '2018', until: '2018' },
      { possibleFrom: '2018-01-01', possibleTo: '2018-12-31' },
    ],
    [
      'a permanent fact',
      { since: '2015-12', permanent: true },
      { certainFrom: '2015-12-31', possibleFrom: '2015-12-01' },
    ],
    [
      'a permanent fact attested within its beginning',
      { since: '2015', attested: ['2015-12-11'], permanent: true },
      { certainFrom: '2015-12-11', possibleFrom: '2015-01-01' },
    ],
    [
      'a permanent fact with an open beginning',
      { since: '2015/..', permanent: true },
      { possibleFrom: '2015-01-01' },
    ],
    [
      'a doubtful beginning, which makes nothing certain',
      { since: '2015~', attested: ['2019-07-24'] },
      { certainFrom: '2019-07-24', certainTo: '2019-07-24', possibleFrom: '2015-01-01' },
    ],
    [
      'a doubtful beginning that an attestation moves',
      { since: '2015?', attested: ['2014-12-30'] },
      { certainFrom: '2014-12-30', certainTo: '2014-12-30', possibleFrom: '2014-12-30' },
    ],
    [
      'a doubtful end that an attestation moves',
      { since: '2015-12-11', until: '2018~', attested: ['2019-01-02'] },
      {
        certainFrom: '2015-12-11',
        certainTo: '2019-01-02',
        possibleFrom: '2015-12-11',
        possibleTo: '2019-01-02',
      },
    ],
  ])('of %s', (_, said, expected) => {
    expect(boundsOf(times(said))).toEqual({ ...open, ...expected });
  });

  test.each<[Said, string]>([
    [{ since: '2019', until: '2018' }, 'The state ends ("2018") before it begins ("2019")'],
    [{ since: '2019~', until: '2018?' }, 'before it begins'],
    [{ since: '2019', attested: ['2018-12-31'] }, 'attested on 2018-12-31, before it begins ("2019")'],
    [{ until: '2018', attested: ['2019-01-01'] }, 'attested on 2019-01-01, after it ends ("2018")'],
    [{ until: '2018', permanent: true }, 'cannot end ("2018"): leave its end out'],
  ])('refuses the contradiction %j', (said, message) => {
    expect(() => boundsOf(times(said))).toThrow(InvalidDateError);
    expect(() => boundsOf(times(said))).toThrow(message);
  });
});

describe('certaintyOn', () => {
  test.each<[Said, string, string]>([
    [{ attested: ['2019-07-24'] }, '2019-07-24', 'CERTAIN'],
    [{ attested: ['2019-07-24'] }, '2010-01-01', 'POSSIBLE'],
    [{ since: '2015-12', attested: ['2019-07-24'] }, '2015-11-30', 'NO'],
    [{ since: '2015-12', attested: ['2019-07-24'] }, '2015-12-15', 'POSSIBLE'],
    [{ since: '2015-12', attested: ['2019-07-24'] }, '2017-01-01', 'CERTAIN'],
    [{ since: '2015-12', attested: ['2019-07-24'] }, '2019-07-25', 'POSSIBLE'],
    [{ since: '2015-12', until: '2018' }, '2018-01-01', 'CERTAIN'],
    [{ since: '2015-12', until: '2018' }, '2018-01-02', 'POSSIBLE'],
    [{ since: '2015-12', until: '2018' }, '2019-01-01', 'NO'],
    [{ since: '2015-12', permanent: true }, '9999-12-31', 'CERTAIN'],
    [{}, '0001-01-01', 'POSSIBLE'],
    [{}, '9999-12-31', 'POSSIBLE'],
  ])('of %j on %s is %s', (said, day, certainty) => {
    expect(on(said, day)).toBe(certainty);
  });
});
