import { expect, it } from 'vitest';
import type { GraphStore, Params } from '../../src/graph/store.ts';
import { globalId } from '../../src/resolvers/node.ts';
import { describeOnEachEngine } from '../engines.ts';
import { ask } from '../support/ask.ts';
import { generateDossiers } from '../support/generated.ts';
import { loadedStore } from '../support/loaded-store.ts';
import { early, threeTellings } from '../support/three-tellings.ts';

describeOnEachEngine('a plan', (open) => {
  const ready = loadedStore(open, () => [
    ...generateDossiers(11, { entities: 20, relationships: 40, events: 10 }),
    ...threeTellings,
  ]);

  const far = `query ($first: Int) { entities(first: $first) { nodes { relationships(first: $first) { edges { other {
    relationships(first: $first) { nodes { type from { slug } to { slug } openedBy { slug } citations(first: 1) { nodes { summary } }
    } } } } } } } }`;

  it.each([
    [10, ['Query.entities+']],
    // A hundred times a hundred rows may have lists of their own read along, of which each row may not.
    [100, ['Query.entities+', 'Entity.byId', 'Event.byId', 'Relationship.citations']],
  ])('of pages of %i within one another takes %j', async (first, expected) => {
    const { data, errors, statements } = await ask(await ready(), far, { variables: { first } });
    const plain = await ask(await ready(), far, { variables: { first }, ahead: false });
    expect(errors).toEqual([]);
    expect(data).toEqual(plain.data);
    expect(statements.toSorted()).toEqual(expected.toSorted());
  });

  it('reads one row more than a page has only where that is to tell something', async () => {
    const read: Params[] = [];
    const store = await ready();
    const watched: GraphStore = {
      ...store,
      orderedIds: async () => null,
      read: (statement, params, options) => {
        read.push(params);
        return store.read(statement, params, options);
      },
    };
    const page = '{ entities(first: 3, orderBy: [{field: SLUG}]) { nodes { slug } ';
    const { data } = await ask(watched, `${page} } }`);
    const more = await ask(watched, `${page} pageInfo { hasNextPage endCursor } } }`);
    expect(read.map(({ limit }) => limit)).toEqual([3, 4]);
    expect(more.data.entities.nodes).toEqual(data.entities.nodes);
    expect(more.data.entities.pageInfo).toEqual({ hasNextPage: true, endCursor: expect.any(String) });
  });

  it('reads a node that several fields name once, with what each of them asks of it', async () => {
    const id = globalId('Person', 'ann');
    const source = `{ one: node(id: "${id}") { ... on Entity { name } } same: nodes(ids: ["${id}"]) { ... on Entity { aliases citations { totalCount } } } }`;
    const { data, errors, statements } = await ask(await ready(), source);
    expect(errors).toEqual([]);
    expect(data).toEqual({ one: { name: 'Ann' }, same: [{ aliases: [], citations: { totalCount: 3 } }] });
    expect(statements).toEqual(['Entity.byId+']);
  });

  it('reads what a relationship was once known to be from what it was then', async () => {
    const known = `edges { relationship { openedBy { slug } closedBy { slug } citations { nodes { article { slug } } } } }`;
    const source = `query ($day: Date) { person(slug: "ann") { name once: positions(reportedBy: $day) { ${known} } now: positions { ${known} } } }`;
    const options = { variables: { day: early.article.published } };
    const { data, errors } = await ask(await ready(), source, options);
    const cited = { nodes: [{ article: { slug: 'early' } }, { article: { slug: 'early' } }] };
    const edge = (closedBy: object | null) => ({
      edges: [{ relationship: { openedBy: null, closedBy, citations: cited } }],
    });
    expect(errors).toEqual([]);
    expect(data.person).toMatchObject({
      once: edge(null),
      now: { edges: [{ relationship: { closedBy: { slug: 'departure' } } }] },
    });
    expect(data).toEqual((await ask(await ready(), source, { ...options, ahead: false })).data);
  });
});
