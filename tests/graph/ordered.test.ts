import { expect, it } from 'vitest';
import { z } from 'zod';
import { loadDossiers } from '../../src/dossier/load.ts';
import { createBag } from '../../src/graph/statements/filters/bag.ts';
import { lastVersion, mayLieIn } from '../../src/graph/statements/filters/time.ts';
import { toldIn } from '../../src/graph/statements/filters/told.ts';
import type { GraphStore, OrderedFilter, Statement } from '../../src/graph/store.ts';
import { describeOnEachEngine } from '../engines.ts';
import { generateDossiers } from '../support/generated.ts';
import { loadedStore } from '../support/loaded-store.ts';

const keys = { Entity: 'nameKey', Event: 'timelineKey', Article: 'timelineKey' } as const;

const filters: readonly OrderedFilter[] = [
  { list: 'Entity' },
  { list: 'Entity', kinds: ['Person', 'Concept'] },
  { list: 'Article' },
  { list: 'Article', from: '2018-06-30', to: '2019-07-23' },
  { list: 'Event' },
  { list: 'Event', kinds: ['Founding', 'Launch', 'Publication'] },
  { list: 'Event', kinds: [] },
  { list: 'Event', from: '2018-02-20' },
  { list: 'Event', to: '2015-12-11' },
  { list: 'Event', kinds: ['Statement', 'Investment'], from: '2016-03-01', to: '2018-02-28' },
];

/** Ids and facets of all that a filter leaves, by a scan in the order of the key. */
async function scan(store: GraphStore, { list, kinds, from, to }: OrderedFilter, facet: string) {
  const bag = createBag();
  const conditions = [
    ...(kinds ? [`n.kind IN ${bag.add(kinds)}`] : []),
    ...(list === 'Event'
      ? toldIn('n', 'date', { from, to }, lastVersion('n'), bag)
      : mayLieIn('n.published', { from, to }, bag)),
    'true',
  ];
  const statement: Statement<{ id: string; facet: string }> = {
    name: 'test.scan',
    text: `MATCH (n:${list}) WHERE ${conditions.join(' AND ')} RETURN n.id AS id, ${facet} AS facet ORDER BY n.${keys[list]}`,
    row: z.object({ id: z.string(), facet: z.string() }).parse,
  };
  return store.read(statement, bag.params);
}

function counted(rows: readonly { facet: string }[]) {
  const texts = rows.map(({ facet }) => facet);
  return [...new Set(texts)].sort().map((text) => [text, texts.filter((other) => other === text).length]);
}

describeOnEachEngine('lists in order', (open, { name }) => {
  const loaded = loadedStore(open, () =>
    generateDossiers(5, { entities: 40, relationships: 20, events: 60, articles: 5 }),
  );

  it.each(filters)('are what a statement gives, or left to it: %j', { timeout: 30_000 }, async (filter) => {
    const store = await loaded();
    const rows = await scan(store, filter, 'n.kind');
    const ids = rows.map(({ id }) => id);
    const all = await store.orderedIds({ ...filter, backwards: false, limit: 1000 });
    const last = await store.orderedIds({ ...filter, backwards: true, limit: 3 });
    const kinds = await store.orderedCounts(filter, 'KIND');
    if (name === 'neo4j') return expect([all, last, kinds]).toEqual([null, null, null]);
    return expect([all, last, kinds]).toEqual([ids, ids.slice(-3).reverse(), counted(rows)]);
  });

  it.each(['MONTH', 'QUARTER', 'YEAR', 'DECADE'] as const)('count events by %s', async (unit) => {
    const store = await loaded();
    const filter: OrderedFilter = { list: 'Event', to: '2019-01-01' };
    for (const some of [filter, { list: filter.list }]) {
      const rows = await scan(store, some, `n.bucket${unit}[size(n.bucket${unit}) - 1]`);
      // Neo4j has at hand only how many there are in all.
      const isLeft = name === 'neo4j' && some.to !== undefined;
      expect(await store.orderedCounts(some, unit)).toEqual(isLeft ? null : counted(rows));
    }
  });

  it('counts what is stored after another load', async () => {
    const store = await loaded();
    const dossiers = generateDossiers(6, { entities: 20, relationships: 10, events: 30, articles: 2 });
    await loadDossiers(store, dossiers, { removeOthers: true });
    const rows = await scan(store, { list: 'Event' }, 'n.bucketMONTH[size(n.bucketMONTH) - 1]');
    expect(rows.length).toBeGreaterThan(20);
    expect(await store.orderedCounts({ list: 'Event' }, 'MONTH')).toEqual(counted(rows));
  });
});
