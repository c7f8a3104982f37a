import { expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import type { Statement } from '../../src/graph/store.ts';
import { describeOnEachEngine } from '../engines.ts';
import { articleDossiers } from '../support/article.ts';
import { ask } from '../support/ask.ts';

/** As stores are that were written before participations stood in an index of their own. */
const forget: Statement = {
  name: 'test.forget',
  text: 'MATCH (n:Entity)-[t:PARTICIPATED_IN]->(e:Event) REMOVE t.entity, t.timelineKey',
  row: (row) => row,
};

describeOnEachEngine('a store kept from an older version', (open) => {
  it('answers timelines as before once it has its schema', async () => {
    const store = await open();
    await loadDossiers(store, await articleDossiers());
    const timeline = async () =>
      (await ask(store, '{ entity(slug: "openai") { timeline(first: 5) { nodes { slug } } } }')).data.entity
        .timeline.nodes;
    const before = await timeline();
    expect(before.length).toBeGreaterThan(2);
    await store.write(({ run }) => run(forget, {}));
    await store.ensureSchema();
    expect(await timeline()).toEqual(before);
  });
});
