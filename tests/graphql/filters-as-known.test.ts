import { expect, it } from 'vitest';
import type { Dossier } from '../../src/dossier/format.ts';
import { loadDossiers } from '../../src/dossier/load.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { describeOnEachEngine } from '../engines.ts';
import { ask, type Data } from '../support/ask.ts';
import { sketch } from '../support/dossiers.ts';
import { threeTellings } from '../support/three-tellings.ts';

/** One article on a deal of Acme's, which also says what Acme is. */
function deal(id: string, published: string, event: object, says: string): Dossier {
  const told = sketch({
    id,
    published,
    entities: ['acme:Organization:Acme', 'zed:Organization'],
    events: [
      { id: 'deal', kind: 'Acquisition', participants: { ACQUIRER: ['zed'], ACQUIRED: ['acme'] }, ...event },
    ],
  });
  const descriptions = [{ aspect: 'PURPOSE' as const, text: { en: says }, cites: ['p'] }];
  return {
    ...told,
    entities: told.entities.map((one) => (one.id === 'acme' ? { ...one, descriptions } : one)),
  };
}

/** The story told three times, and a deal that is first only rumoured of, without a date. */
const dossiers = [
  ...threeTellings,
  deal('gossip', '2017-06-30', { title: { en: 'Zed may take Acme' } }, 'A maker of anvils.'),
  deal(
    'report',
    '2020-01-02',
    { title: { en: 'Zed swallows Acme', ko: '제드가 아크메를 삼키다' }, date: '2019-12' },
    'A seller of rockets.',
  ),
];

/** A day before anything was published, then the days on which there was something new. */
const days = ['2017-06-29', '2017-06-30', '2019-07-24', '2020-01-02'];

const eventFilters = [
  ...['precisions: [YEAR]', 'precisions: [DAY, MONTH]', 'dated: true', 'citedBy: "late"', 'citedBy: "early"'],
  ...['any: ["fay"]', 'all: ["ann", "cid"]', 'roles: [FOUNDER]'].map((who) => `participants: {${who}}`),
  ...['rockets', 'swallows', 'MAY take', '삼키다'].map((text) => `text: "${text}"`),
  'occurred: {from: "2015-01-01", to: "2015-06-30"}',
];

const entityFilters = [
  ...['kinds: [DEPARTURE]', 'roles: [FOUNDER]', 'kinds: [FOUNDING], occurred: {to: "2015-11-30"}'].map(
    (part) => `tookPart: {${part}}`,
  ),
  ...['with: ["dan"]', 'asOf: "2018-06-01", certainty: [POSSIBLE]'].map((one) => `related: {${one}}`),
  'related: {types: [HOLDS_POSITION], direction: OUT, asOf: "2019-01-01", certainty: [NO]}',
  ...['citedBy: "late"', 'text: "seller"'],
];

const relationshipFilters = [
  ...['citedBy: "late"', 'began: {from: "2018-01-01", to: "2018-03-31"}', 'ended: {to: "2018-03-31"}'],
  ...['tookPart: {kinds: [DEPARTURE]}', 'text: "seller"'].map((other) => `other: {${other}}`),
];

/** A list by each filter, and by what the filter does not let through. */
const lists = (list: (where: string) => string, filters: readonly string[]) =>
  filters.flatMap((one) => [list(`where: {${one}}`), list(`where: {not: {${one}}}`)]);

/** What is told of a thing that was found: by the knowledge of the day that it was searched for. */
const told =
  '... on Event { title } ... on Thing { citations { totalCount } } ' +
  '... on Entity { relationships(first: 100) { nodes { id } } }';

/** What is asked, of what is known now or, with `, reportedBy: …`, of what was known. */
const asked = (known: string): readonly string[] => [
  ...lists((where) => `events(first: 100, ${where} ${known}) { nodes { slug } }`, eventFilters),
  ...lists((where) => `entities(first: 100, ${where} ${known}) { nodes { slug } }`, entityFilters),
  ...lists(
    (where) =>
      `entities(where: {slugs: ["acme"]} ${known}) { nodes { relationships(first: 100, ${where} ${known}) { nodes { id } } } }`,
    relationshipFilters,
  ),
  ...['rockets', 'swallows', 'zed may', 'fay', 'maker'].map(
    (text) => `search(text: "${text}" ${known}) { edges { matched how node { id ${told} } } }`,
  ),
  ...['fay', 'zed'].map(
    (slug) =>
      `neighborhood(of: ["${slug}", "acme"] ${known}) { nodes { entity { slug } degree } edges { relationship { id } } }`,
  ),
];

/** What is answered to each of them, a few in an operation. */
async function answers(store: GraphStore, known: string): Promise<(readonly [string, Data])[]> {
  const [fields, size] = [asked(known), 12];
  const found: Data[] = [];
  for (let from = 0; from < fields.length; from += size) {
    const some = fields.slice(from, from + size).map((field, place) => `f${place}: ${field}`);
    const { data, errors } = await ask(store, `{ ${some.join('\n')} }`);
    expect(errors).toEqual([]);
    found.push(...Object.values(data as object));
  }
  return asked('').map((field, place) => [field, found[place]]);
}

describeOnEachEngine('filters beside reportedBy', (open) => {
  it('go by what was known, as in a graph without the later articles', async () => {
    const whole = await open();
    await loadDossiers(whole, dossiers);
    const then: Awaited<ReturnType<typeof answers>>[] = [];
    for (const day of days) then.push(await answers(whole, `, reportedBy: "${day}"`));
    // Opening a store empties the one before, so this comes last.
    for (const [place, day] of days.entries()) {
      const store = await open();
      const known = dossiers.filter(({ article }) => article.published <= day);
      await loadDossiers(store, known);
      for (const [which, answer] of (await answers(store, '')).entries())
        expect([day, then[place]?.[which]]).toEqual([day, answer]);
    }
  });
});
