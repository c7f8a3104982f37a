import { expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import type { Statement } from '../../src/graph/store.ts';
import { describeOnEachEngine } from '../engines.ts';
import { articleDossiers } from '../support/article.ts';
import { ask } from '../support/ask.ts';
import { sketch } from '../support/dossiers.ts';
import { threeTellings } from '../support/three-tellings.ts';

/** As stores are that were written before participations, and relationships, stood in indexes of their own. */
const forget: readonly Statement[] = [
  {
    name: 'test.forgetParticipations',
    text: 'MATCH (n:Entity)-[t:PARTICIPATED_IN]->(e:Event) REMOVE t.entity, t.timelineKey',
    row: (row) => row,
  },
  {
    name: 'test.forgetLesserEnds',
    text: 'MATCH (a:Entity)-[r]->(b:Entity) REMOVE r.lesserEnd',
    row: (row) => row,
  },
];

/** The lists of one that were stored of a fact that has been in one state alone, and those of a date told once or never. */
const listsOfOne = (fact: string, dates: readonly string[], bounds: readonly string[] = []) =>
  [
    `${fact}.historySources = [${fact}.sourceCount]`,
    `${fact}.historyContested = [size(${fact}.contested) > 0]`,
    `${fact}.historyKeys = [${fact}.timelineKey]`,
    ...bounds,
    ...dates.flatMap((date) => {
      const [name, isOnce] = [`${fact}.${date}Told`, `${fact}.${date}ToldOnce IS NOT NULL`];
      return [
        `${name} = CASE WHEN ${isOnce} THEN [0] ELSE coalesce(${name}, []) END`,
        `${name}From = CASE WHEN ${isOnce} THEN [${name}First] ELSE coalesce(${name}From, []) END`,
        `${name}To = CASE WHEN ${isOnce} THEN [${name}Last] ELSE coalesce(${name}To, []) END`,
        `${name}Firmly = CASE WHEN ${isOnce} THEN [true] ELSE coalesce(${name}Firmly, []) END`,
      ];
    }),
  ].join(', ');
const bound = (name: string, none: string) =>
  `r.history${name} = [coalesce(toString(r.${name.charAt(0).toLowerCase()}${name.slice(1)}), '${none}')]`;
const bounds = [
  bound('CertainFrom', '~'),
  bound('CertainTo', '~'),
  bound('PossibleFrom', ''),
  bound('PossibleTo', '~'),
];

/** As stores are that were written while every fact had its lists, and a doubtful date too was told once. */
const spellOut: readonly Statement[] = [
  {
    name: 'test.relationshipsSpeltOut',
    text:
      'MATCH (a:Entity)-[r]->(b:Entity) WHERE r.history IS NULL ' +
      `SET ${listsOfOne('r', ['since', 'until'], bounds)} RETURN count(r) AS changed`,
    row: (row) => row,
  },
  {
    name: 'test.eventsSpeltOut',
    text: `MATCH (e:Event) WHERE e.history IS NULL SET ${listsOfOne('e', ['date'])} RETURN count(e) AS changed`,
    row: (row) => row,
  },
  {
    name: 'test.doubtfulDatesToldOnce',
    text:
      'MATCH (a:Entity)-[r]->(b:Entity) WHERE r.history IS NULL AND r.sinceToldOnce IS NULL AND size(r.sinceTold) = 1 ' +
      'SET r.sinceToldOnce = true RETURN count(r) AS changed',
    row: (row) => row,
  },
];

/** Two articles of one day that disagree: an event in one state, which is contested. */
const clashing = ['2014', '2016'].map((date, place) =>
  sketch({
    id: `clash-${place}`,
    published: '2019-07-24',
    entities: ['ann:Person', 'acme:Organization'],
    events: [{ id: 'clash', kind: 'Statement', date, participants: { SPEAKER: ['ann'], TOPIC: ['acme'] } }],
    relationships: [{ type: 'PARTNER_OF', from: 'acme', to: 'acme', since: date }],
  }),
);

/** Questions that go by what was known when, and so by the lists of a fact's states, or of the dates told of it. */
const questions = `query Known($reportedBy: Date, $asOf: Date) {
  single: facts(first: 50, sources: SINGLE, reportedBy: $reportedBy) { nodes { ... on Node { id } } }
  several: facts(first: 50, sources: SEVERAL, reportedBy: $reportedBy) { nodes { ... on Node { id } } }
  rival: facts(first: 50, sources: DISAGREEING, reportedBy: $reportedBy) { nodes { ... on Node { id } } }
  changes(first: 50, between: { from: "2015-06-01", to: "2018-06-01" }, reportedBy: $reportedBy) {
    nodes { kind certainty event { slug } relationship { id } }
  }
  dated: timeline(first: 50, where: { dated: true }, reportedBy: $reportedBy) { nodes { slug } }
  undated: timeline(first: 50, where: { dated: false }, reportedBy: $reportedBy) { nodes { slug } }
  precise: timeline(first: 50, where: { precisions: [MONTH] }, reportedBy: $reportedBy) { nodes { slug } }
  occurred: timeline(first: 50, where: { occurred: { from: "2018-01-01" } }, reportedBy: $reportedBy) { nodes { slug } }
  cited: timeline(first: 50, where: { citedBy: "middle" }, reportedBy: $reportedBy) { nodes { slug } }
  acme: entity(slug: "acme") {
    relationships(first: 50, asOf: $asOf, reportedBy: $reportedBy) { nodes { id } }
    sure: relationships(first: 50, asOf: $asOf, certainty: [CERTAIN], reportedBy: $reportedBy) { nodes { id } }
  }
  began: entity(slug: "acme") {
    relationships(first: 50, where: { began: { from: "2015-06-01", to: "2018-04-01" } }, reportedBy: $reportedBy) { nodes { id } }
    ended: relationships(first: 50, where: { ended: { from: "2017-01-01" } }, reportedBy: $reportedBy) { nodes { id } }
    cited: relationships(first: 50, where: { citedBy: "middle" }, reportedBy: $reportedBy) { nodes { id } }
    latest: relationships(first: 50, orderBy: [{ field: SINCE, direction: DESC }], reportedBy: $reportedBy) { nodes { id } }
  }
  paths(from: "ann", to: "acme", maxLength: 3, events: true, asOf: $asOf, reportedBy: $reportedBy) { paths { length hops { from { ... on Node { id } } to { ... on Node { id } } } } }
  surely: paths(from: "ann", to: "bob", maxLength: 4, events: true, asOf: $asOf, certainty: [CERTAIN], reportedBy: $reportedBy) { paths { length } }
  neighborhood(of: ["acme"], depth: 2, asOf: $asOf, reportedBy: $reportedBy) { edges { source target } nodes { entity { slug } } }
}`;

describeOnEachEngine('a store kept from an older version', (open) => {
  it.each([
    [
      'timelines',
      '{ entity(slug: "openai") { timeline(first: 5) { nodes { slug } } } }',
      'data.entity.timeline.nodes',
    ],
    [
      'neighbourhoods',
      '{ neighborhood(of: ["openai"], depth: 2) { edges { source target } } }',
      'data.neighborhood.edges',
    ],
  ])('answers %s as before once it has its schema', async (_, query, rows) => {
    const store = await open();
    await loadDossiers(store, await articleDossiers());
    const before = await ask(store, query);
    expect(before).toHaveProperty(`${rows}.2`);
    await store.write(async ({ run }) => {
      for (const statement of forget) await run(statement, {});
    });
    await store.ensureSchema();
    expect(await ask(store, query)).toEqual(before);
  });

  it.each([
    { reportedBy: null, asOf: '2018-06-01' },
    { reportedBy: '2018-01-01', asOf: '2016-01-01' },
    { reportedBy: '2019-12-31', asOf: '2018-06-01' },
    { reportedBy: '2020-12-31', asOf: '2018-06-01' },
  ])('answers what was known as before where every fact has lists: %j', async (variables) => {
    const store = await open();
    await loadDossiers(store, [...threeTellings, ...clashing]);
    const before = await ask(store, questions, { variables });
    expect(before.errors).toEqual([]);
    // All but the first of the days is after the articles that disagree, and the questions are about something.
    expect(before.data.rival.nodes.length > 0).toBe(variables.reportedBy !== '2018-01-01');
    expect(before.data.paths.paths).not.toEqual([]);
    await store.write(async ({ run }) => {
      for (const statement of spellOut) expect(await run(statement, {})).not.toEqual([{ changed: 0 }]);
    });
    expect((await ask(store, questions, { variables })).data).toEqual(before.data);
  });
});
