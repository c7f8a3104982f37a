import { contradictionIn } from '../../../src/dossier/checks/times.ts';
import { type RelationshipType, relationshipRule } from '../../../src/model/vocabulary.ts';
import type { Random } from './random.ts';

/** Few dates, so that there are ties, of every precision, firm and doubtful. */
const dates = [
  '2014',
  '2015',
  '2015-12',
  '2015-12-11',
  '2016-03',
  '2016-03-01',
  '2017?',
  '2017-05~',
  '201X',
  '2018',
  '2018-02',
  '2018-02-20',
  '2018-21',
  '2018-02/2018-09',
  '../2018',
  '2018-06/..',
  '2019',
  '2019-07-22',
] as const;
const days = ['2015-12-31', '2017-01-01', '2018-02-20', '2018-07-01', '2019-07-22', '2019-07-24'] as const;

/** When something made up happened: often no source says. */
export function madeDate(random: Random): string | undefined {
  return random.chance(0.25) ? undefined : random.pick(dates);
}

/** A day on which something is attested. */
export function madeDay(random: Random): string {
  return random.pick(days);
}

/** When a relationship of a type held, without contradicting itself. */
export function madeTimes(type: RelationshipType, random: Random) {
  const ends = relationshipRule(type).permanent !== true;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const times = {
      ...(random.chance(0.6) && { since: random.pick(dates) }),
      ...(ends && random.chance(0.4) && { until: random.pick(dates) }),
      attested: random.chance(0.3) ? random.some(days, 2) : [],
    };
    // Some days that hold together contradict one another when some of them are left out.
    const parts = [[], ...times.attested.map((day) => [day]), times.attested];
    if (parts.every((attested) => contradictionIn({ type, ...times, attested }) === undefined)) return times;
  }
  return { attested: [] };
}
