import { beforeAll, expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { createLoaders } from '../../src/loaders/index.ts';
import { findNeighborhood, neighborhoodBudget } from '../../src/loaders/neighborhood.ts';
import { describeOnEachEngine } from '../engines.ts';
import { ask, type Data } from '../support/ask.ts';
import { sketch } from '../support/dossiers.ts';

const fields = `cut nodes { distance degree hasMore entity { slug } }
  edges { source target certainty relationship { type } }`;

/** Asks for a neighbourhood: nodes as `slug distance degree`, with a + where there is more; edges as `a>b`. */
async function find(store: GraphStore, args: string) {
  const { data, errors, statements } = await ask(store, `{ neighborhood(${args}) { ${fields} } }`);
  if (!data) throw new Error(errors.join('\n'));
  const { nodes, edges, cut } = data.neighborhood;
  return {
    nodes: nodes.map((node: Data) =>
      [node.entity.slug, node.distance, node.degree].join(' ').concat(node.hasMore ? '+' : ''),
    ),
    edges: edges.map(({ source, target }: Data) => `${source}>${target}`),
    certainties: edges.map(({ certainty }: Data) => certainty),
    cut,
    statements,
  };
}

const held = (from: string, to: string, rest: object = {}) => ({
  type: 'HOLDS_POSITION',
  from,
  to,
  position: { id: 'ceo', title: { en: 'CEO' } },
  ...rest,
});

// ann – acme – beta – cid – corp, with bob between acme and beta, and the idea that acme and ann pursue.
const dossier = sketch({
  entities: [
    'ann:Person',
    'bob:Person',
    'cid:Person',
    'acme:Organization',
    'beta:Organization',
    'corp:Organization',
    'idea:Concept',
    'lone:Concept',
  ],
  relationships: [
    held('ann', 'acme', { since: '2015-01-01', until: '2017-12-31' }),
    held('bob', 'acme', { attested: ['2018-05-05'] }),
    held('bob', 'beta', { attested: ['2016-05-05'] }),
    held('cid', 'beta', { since: '2019-07' }),
    held('cid', 'corp'),
    { type: 'SUBSIDIARY_OF', from: 'acme', to: 'beta' },
    { type: 'PARTNER_OF', from: 'acme', to: 'beta' },
    { type: 'PURSUES', from: 'acme', to: 'idea' },
    { type: 'PURSUES', from: 'ann', to: 'idea' },
  ],
  events: [{ id: 'self-made', kind: 'Founding', participants: { FOUNDER: ['acme'], FOUNDED: ['acme'] } }],
});

describeOnEachEngine('neighbourhoods', (open) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    await loadDossiers(store, [dossier]);
  }, 300_000);

  it('have each node and each edge once, also between two at the rim, and say where there is more', async () => {
    expect(await find(store, 'of: ["acme"]')).toMatchObject({
      nodes: ['acme 0 6', 'beta 1 4+', 'bob 1 2', 'ann 1 2', 'idea 1 2'],
      edges: [
        'acme>acme',
        'acme>beta',
        'acme>idea',
        'acme>beta',
        'ann>acme',
        'ann>idea',
        'bob>acme',
        'bob>beta',
      ],
      cut: false,
    });
  });

  it('have each edge once where a type is named twice', async () => {
    const once = await find(store, 'of: ["ann"], types: [PURSUES]');
    expect(once).toMatchObject({ nodes: ['ann 0 1', 'idea 1 2+'], edges: ['ann>idea'] });
    const { nodes, edges } = await find(store, 'of: ["ann"], types: [PURSUES, PURSUES]');
    expect({ nodes, edges }).toEqual({ nodes: once.nodes, edges: once.edges });
  });

  it('reach as far as asked, and no further', async () => {
    const { nodes, cut } = await find(store, 'of: ["ann"], depth: 2');
    expect(nodes).toEqual(['ann 0 2', 'acme 1 6', 'idea 1 2', 'beta 2 4+', 'bob 2 2']);
    expect(cut).toBe(false);
    const all = await find(store, 'of: ["acme"], depth: 3');
    expect(all.nodes.slice(-2)).toEqual(['cid 2 2', 'corp 3 1']);
    expect(all.edges).toHaveLength(10);
  });

  it('keep what is near, well connected and recent where they are cut', async () => {
    const three = await find(store, 'of: ["acme"], first: 3, depth: 3');
    expect(three.nodes).toEqual(['acme 0 6+', 'beta 1 4+', 'bob 1 2']);
    expect([three.edges, three.cut]).toEqual([
      ['acme>acme', 'acme>beta', 'acme>beta', 'bob>acme', 'bob>beta'].sort(),
      true,
    ]);
    const four = await find(store, 'of: ["acme"], first: 4, depth: 3');
    // Of those with two relationships, what is known of bob is the most recent, then of ann; of the idea nothing is.
    expect(four.nodes.map((node: string) => node.split(' ')[0])).toEqual(['acme', 'beta', 'bob', 'ann']);
    const two = await find(store, 'of: ["corp", "acme"], first: 2');
    expect(two).toMatchObject({ nodes: ['acme 0 6+', 'corp 0 1+'], edges: ['acme>acme'], cut: true });
  });

  it('start from several entities, whatever their kind, and pass over what is none', async () => {
    const { nodes, edges } = await find(
      store,
      'of: ["idea", "corp", "no-such", "self-made", "idea"], kinds: [PERSON]',
    );
    expect(nodes).toEqual(['corp 0 1', 'idea 0 1', 'ann 1 1', 'cid 1 1']);
    expect(edges).toEqual(['ann>idea', 'cid>corp']);
    expect(await find(store, 'of: ["no-such"]')).toMatchObject({ nodes: [], edges: [], cut: false });
    expect((await find(store, 'of: ["lone"], depth: 3')).nodes).toEqual(['lone 0 0']);
  });

  it('go along the relationships asked for: of a type, as of a day, as reported', async () => {
    const typed = await find(store, 'of: ["acme"], types: [SUBSIDIARY_OF, PURSUES], depth: 3');
    expect(typed.edges).toEqual(['acme>idea', 'acme>beta', 'ann>idea']);
    expect((await find(store, 'of: ["acme"], types: []')).nodes).toEqual(['acme 0 0']);
    const certain = await find(store, 'of: ["acme"], asOf: "2016-05-05", certainty: [CERTAIN], depth: 3');
    expect([certain.nodes, certain.certainties]).toEqual([['acme 0 1', 'ann 1 1'], ['CERTAIN']]);
    const possible = await find(store, 'of: ["beta"], asOf: "2018-05-05", types: [HOLDS_POSITION]');
    expect([possible.edges, possible.certainties]).toEqual([['bob>beta'], ['POSSIBLE']]);
    expect((await find(store, 'of: ["acme"], reportedBy: "2019-07-24"')).nodes).toHaveLength(5);
    // Before anything was published there was nothing to be in the middle.
    expect((await find(store, 'of: ["acme"], reportedBy: "2019-07-23"')).nodes).toEqual([]);
  });

  it('take a stated number of statements, however much they find', async () => {
    for (const depth of [1, 2, 3]) {
      const { statements } = await find(store, `of: ["acme", "corp"], depth: ${depth}`);
      // The entities asked for and found, the weights of the first and all relationships; for each step candidates, weights.
      expect(statements.length).toBeLessThanOrEqual(4 + 2 * depth);
    }
  });

  it('read a part of a hub only, weigh a part of what they meet, and say that they are cut', async () => {
    const hops = createLoaders({ store, options: {} }).hops({});
    const question = { roots: ['acme'], depth: 2, first: 100 };
    const bounded = (bounds: object) =>
      findNeighborhood(question, hops, { ...neighborhoodBudget, ...bounds });
    // The first three by id of what acme leads to, and from there on nothing more than that.
    const read = await bounded({ hopsOfRoots: 3, hops: 3 });
    expect([read.nodes.map(({ id }) => id), read.cut]).toEqual([['acme', 'beta', 'ann', 'idea'], true]);
    // Whatever way an entity was found, its distance is that of the shortest way in the answer.
    const distances = new Map(read.nodes.map(({ id, distance }) => [id, distance]));
    for (const { fromId, toId } of read.relationships)
      expect(Math.abs((distances.get(fromId) ?? 9) - (distances.get(toId) ?? 9))).toBeLessThanOrEqual(1);
    const weighed = await bounded({ candidates: 1 });
    expect([weighed.nodes.map(({ id }) => id), weighed.cut]).toEqual([['acme', 'beta', 'bob'], true]);
    const answered = await bounded({ relationships: 2 });
    expect([answered.relationships.length, answered.cut]).toEqual([2, true]);
  });

  it('go on from what is least connected, whole, and from a part of the next where places are left', async () => {
    const hops = createLoaders({ store, options: {} }).hops({});
    const reached = async (root: string, most: number, first = 100) => {
      const question = { roots: [root], depth: 2, first };
      const { nodes, cut } = await findNeighborhood(question, hops, { ...neighborhoodBudget, hops: most });
      return [nodes.map(({ id }) => id), cut];
    };
    const near = ['acme', 'beta', 'bob', 'ann', 'idea'];
    // ann, bob and the idea have two each, and lead to nothing new; beta has four: acme twice, bob, and then cid.
    expect(await reached('acme', 10)).toEqual([[...near, 'cid'], false]);
    expect(await reached('acme', 9)).toEqual([near, true]);
    // cid, which has two, leads to beta before it leads back to corp.
    expect(await reached('corp', 1)).toEqual([['corp', 'cid', 'beta'], false]);
    // Next to bob beta has four, which lead to cid, and acme six: of these the first by id leads to itself, the next to ann.
    expect(await reached('bob', 4)).toEqual([['bob', 'acme', 'beta', 'cid'], true]);
    expect(await reached('bob', 5)).toEqual([['bob', 'acme', 'beta', 'cid'], true]);
    expect(await reached('bob', 6)).toEqual([['bob', 'acme', 'beta', 'ann', 'cid'], true]);
    // Where no place is left it is not looked at.
    expect(await reached('bob', 8, 4)).toEqual([['bob', 'acme', 'beta', 'cid'], true]);
  });

  it('weigh all that a hub leads to, however many', async () => {
    const hub = await open();
    const names = Array.from({ length: 2_200 }, (_, place) => `org-${String(place).padStart(4, '0')}`);
    const partner = (from: string, to: string) => ({ type: 'PARTNER_OF', from, to });
    const some = ['hub', 'other', ...names].map((name) => `${name}:Organization`);
    const relationships = [...names.map((name) => partner('hub', name)), partner('org-2199', 'other')];
    await loadDossiers(hub, [sketch({ entities: some, relationships })]);
    expect(await find(hub, 'of: ["hub"], first: 2')).toMatchObject({
      nodes: ['hub 0 2200+', 'org-2199 1 2+'],
      cut: true,
    });
  });

  it.each([
    ['nothing in the middle', 'of: []', 'of: must have from 1 to 20 entries, not 0'],
    ['too much in the middle', `of: [${'"x",'.repeat(21)}]`, 'of: must have from 1 to 20 entries, not 21'],
    ['no depth', 'of: ["acme"], depth: 0', 'depth: must be from 1 to 3, not 0'],
    ['too great a depth', 'of: ["acme"], depth: 4', 'depth: must be from 1 to 3, not 4'],
    ['no entities', 'of: ["acme"], first: 0', 'first: must be from 1 to 500, not 0'],
    ['too many entities', 'of: ["acme"], first: 501', 'first: must be from 1 to 500, not 501'],
    [
      'fewer entities than are in the middle',
      'of: ["corp", "acme", "acme"], first: 1',
      'first: must be at least 2, as many as there are in of, not 1',
    ],
    ['certainty of no day', 'of: ["acme"], certainty: [CERTAIN]', 'certainty: needs asOf beside it'],
  ])('refuse %s', async (_, args, message) => {
    const { errors, codes, statements } = await ask(store, `{ neighborhood(${args}) { cut } }`);
    expect(errors).toEqual([expect.stringContaining(message)]);
    expect([codes, statements]).toEqual([['BAD_USER_INPUT'], []]);
  });
});
