import type { Dossier } from '../../src/dossier/format.ts';
import { sketch } from './dossiers.ts';

/**
 * One small story told three times: `early` tells what was known in 2017, `middle` extends it and says more precisely
 * what `early` says vaguely, `late` extends it again and contradicts both.
 */

const ceo = { id: 'ceo', title: { en: 'CEO', ko: '최고경영자' } };
const cto = { id: 'cto', title: { en: 'CTO' } };
const office = (person: string, position: object, times: object) => ({
  type: 'HOLDS_POSITION',
  from: person,
  to: 'acme',
  position,
  ...times,
});

const founding = (date: string, ...founders: string[]) => ({
  id: 'founding',
  kind: 'Founding',
  title: { en: 'Founding of Acme' },
  date,
  participants: { FOUNDER: founders, FOUNDED: ['acme'] },
});
const seed = (date: string, amount: string) => ({
  id: 'seed',
  kind: 'Investment',
  title: { en: 'Seed round' },
  date,
  participants: { INVESTOR: ['bob'], INVESTEE: ['acme'] },
  amounts: [{ amount, currency: 'USD' }],
});
const departure = (date: string) => ({
  id: 'departure',
  kind: 'Departure',
  title: { en: 'Ann leaves' },
  date,
  position: ceo,
  participants: { LEAVER: ['ann'], ORGANIZATION: ['acme'] },
});

const people = ['ann:Person:Ann:앤', 'bob:Person', 'acme:Organization:Acme'];

/** Published on 2017-06-30. */
export const early: Dossier = sketch({
  id: 'early',
  published: '2017-06-30',
  entities: people,
  events: [
    {
      ...founding('2015', 'ann'),
      descriptions: [{ aspect: 'PURPOSE', text: { en: 'To sell anvils.' }, cites: ['q'] }],
    },
    seed('2016-03', '100'),
  ],
  relationships: [office('ann', ceo, { since: '2015', attested: ['2017-06-30'], cites: ['p', 'q'] })],
});

/** Published on 2019-07-24. */
export const middle: Dossier = sketch({
  id: 'middle',
  published: '2019-07-24',
  entities: [...people, 'cid:Person', 'dan:Person', 'zed:Organization', 'eve:Person'],
  events: [
    {
      ...founding('2015-12', 'ann', 'cid'),
      descriptions: [{ aspect: 'PURPOSE', text: { en: 'To sell rockets.' }, cites: ['p'] }],
    },
    seed('2016-03-15', '100'),
    departure('2018-02'),
    {
      id: 'talk',
      kind: 'Statement',
      title: { en: 'A talk' },
      date: '../2019-07-24',
      participants: { SPEAKER: ['ann'], TOPIC: ['acme', 'zed'] },
    },
    { id: 'rumour', kind: 'Statement', participants: { SPEAKER: ['eve'] } },
  ],
  relationships: [
    { type: 'PARTNER_OF', from: 'zed', to: 'acme', since: '2018-05~' },
    office('dan', cto, { since: '2018-03' }),
    office('eve', cto, { attested: ['2019-07-24'] }),
  ],
});

/** Published on 2020-01-02. It dates the founding, the departure and the seed otherwise, and ends what `middle` begins. */
export const late: Dossier = sketch({
  id: 'late',
  published: '2020-01-02',
  entities: [...people, 'dan:Person', 'fay:Person'],
  events: [founding('2016-01', 'ann', 'fay'), seed('2016-03-15', '150'), departure('2018-11')],
  relationships: [office('dan', cto, { until: '2017' })],
});

/** All three, in no order. */
export const threeTellings: readonly Dossier[] = [middle, late, early];
