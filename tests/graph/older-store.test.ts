import { expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import type { Statement } from '../../src/graph/store.ts';
import { describeOnEachEngine } from '../engines.ts';
import { articleDossiers } from '../support/article.ts';
import { ask } from '../support/ask.ts';

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
});
