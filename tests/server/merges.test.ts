import { expect, it } from 'vitest';
import type { Dossier } from '../../src/dossier/format.ts';
import { loadDossiers } from '../../src/dossier/load.ts';
import { createWriter } from '../../src/dossier/writer.ts';
import { amountsOf } from '../../src/generate/amounts.ts';
import { generateDossiers } from '../../src/generate/dossiers.ts';
import { dumpGraph } from '../../src/graph/dump.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { describeOnEachEngine } from '../engines.ts';
import { articleDossiers } from '../support/article.ts';
import { sketch } from '../support/dossiers.ts';
import { clientOf, serviceOf } from '../support/service.ts';

const merging =
  'mutation ($input: MergeEntitiesInput!) { mergeEntities(input: $input) { from into isChanged revision } }';
const unmerging =
  'mutation ($input: UnmergeEntitiesInput!) { unmergeEntities(input: $input) { from into isChanged revision } }';

/** Merges of a graph, by a client with the scope for it. */
function merges(store: GraphStore) {
  const service = serviceOf(store);
  const merge = async (from: string, into: string, idempotencyKey?: string) => {
    const input = { from, into, ...(idempotencyKey && { idempotencyKey }) };
    const { data, messages } = await service.ask(merging, { variables: { input }, as: 'write' });
    return { payload: data?.mergeEntities, messages };
  };
  const unmerge = async (from: string) => {
    const { data, messages } = await service.ask(unmerging, { variables: { input: { from } }, as: 'write' });
    return { payload: data?.unmergeEntities, messages };
  };
  return { ...service, merge, unmerge };
}

/** A dump without what says how dossiers were told: they stay as they were. */
const withoutTelling = (dump: string) =>
  dump
    .split('\n')
    .filter((line) => !line.includes('"labels":["Alias"]'))
    .map((line) => line.replace(/"dossier":"(?:[^"\\]|\\.)*",|"fingerprint":"[^"]*",/g, ''))
    .join('\n');

const founding = (organization: string, founder: string) => ({
  id: 'founding',
  kind: 'Founding',
  date: '2015-12',
  participants: { FOUNDER: [founder], FOUNDED: [organization] },
});
const ceo = (organization: string) => ({
  type: 'HOLDS_POSITION',
  from: 'ann',
  to: organization,
  since: '2016',
  position: { id: 'ceo', title: { en: 'CEO' } },
});
/** Two articles, of which the second calls the organization by an id of its own, or by the same. */
const told = (organization: string): [Dossier, Dossier] => [
  sketch({
    entities: ['ann:Person', 'acme:Organization:Acme'],
    events: [founding('acme', 'ann')],
    relationships: [ceo('acme')],
  }),
  sketch({
    id: 'article-2',
    published: '2020-01-02',
    entities: ['ann:Person', 'bob:Person', `${organization}:Organization:Acme Incorporated:에크미`],
    events: [{ ...founding(organization, 'bob'), date: '2015-12-11' }],
    relationships: [ceo(organization)],
  }),
];

describeOnEachEngine('mergeEntities', (open) => {
  it('lets all that is told of one be told of the other, as if it always had been', async () => {
    const store = await open();
    await loadDossiers(store, told('acme-inc'));
    const { merge, ask } = merges(store);
    const query = `{ old: organization(slug: "acme-inc") { slug }
      organization(slug: "acme") { name aliases founders { nodes { slug } } people { totalCount }
        timeline { nodes { __typename } } } search(text: "Incorporated") { nodes { ... on Organization { slug } } } }`;
    expect((await merge('acme-inc', 'acme')).payload).toEqual({
      from: 'acme-inc',
      into: 'acme',
      isChanged: true,
      revision: 2,
    });
    const { data, messages } = await ask(query);
    expect(messages).toEqual([]);
    expect(data.old).toBeNull();
    expect(data.organization).toMatchObject({ name: 'Acme Incorporated', aliases: ['Acme'] });
    expect(data.organization.founders.nodes.map(({ slug }: { slug: string }) => slug).sort()).toEqual([
      'ann',
      'bob',
    ]);
    expect(JSON.stringify(data.search)).toContain('"acme"');
    const merged = withoutTelling(await dumpGraph(store));
    const fresh = await open();
    await loadDossiers(fresh, told('acme'));
    expect(merged).toBe(withoutTelling(await dumpGraph(fresh)));
  });

  it('holds for what is loaded later, and for what is told anew', async () => {
    const store = await open();
    const [first, second] = told('acme-inc');
    await loadDossiers(store, [first, sketch({ id: 'article-3', entities: ['acme-inc:Organization:Acme'] })]);
    const { merge } = merges(store);
    await merge('acme-inc', 'acme');
    expect(await loadDossiers(store, [second])).toMatchObject({ loaded: ['article-2'] });
    // As it was told, so that it is known again.
    expect(await loadDossiers(store, [second])).toMatchObject({ unchanged: ['article-2'] });
    const later = await dumpGraph(store);
    const fresh = await open();
    await loadDossiers(fresh, [
      first,
      second,
      sketch({ id: 'article-3', entities: ['acme-inc:Organization:Acme'] }),
    ]);
    await merges(fresh).merge('acme-inc', 'acme');
    expect(later).toBe(await dumpGraph(fresh));
  });

  it('is taken back to the graph before, byte for byte, also where one dossier names both', async () => {
    const store = await open();
    const both = sketch({
      id: 'article-3',
      entities: ['acme:Organization:Acme', 'acme-inc:Organization:Acme Inc.', 'gadget:Product'],
      relationships: [
        { type: 'OFFERS', from: 'acme', to: 'gadget' },
        { type: 'OFFERS', from: 'acme-inc', to: 'gadget', since: '2018' },
      ],
    });
    await loadDossiers(store, [...told('acme-inc'), both]);
    const before = await dumpGraph(store);
    const { merge, unmerge } = merges(store);
    await merge('acme-inc', 'acme');
    const merged = await dumpGraph(store);
    expect(merged).not.toBe(before);
    expect(merged).not.toContain('"to":"acme-inc"');
    expect((await unmerge('acme-inc')).payload).toMatchObject({ into: 'acme', isChanged: true, revision: 3 });
    expect(await dumpGraph(store)).toBe(before);
  });

  it('of one that others were merged into is taken back by itself', async () => {
    const store = await open();
    const names = ['a', 'b', 'c'].map((id, place) =>
      sketch({
        id: `article-${place}`,
        entities: [`${id}:Person:Ann ${id}`, 'acme:Organization'],
        relationships: [{ ...ceo('acme'), from: id }],
      }),
    );
    await loadDossiers(store, names);
    const { merge, unmerge } = merges(store);
    const alone = await dumpGraph(store);
    await merge('a', 'b');
    const once = await dumpGraph(store);
    await merge('b', 'c');
    expect(await dumpGraph(store)).not.toContain('a.HOLDS_POSITION');
    await unmerge('b');
    expect(await dumpGraph(store)).toBe(once);
    await merge('b', 'c');
    await unmerge('a');
    await unmerge('b');
    expect(await dumpGraph(store)).toBe(alone);
  });

  it('is refused where the two cannot be one, and changes nothing', async () => {
    const store = await open();
    const [first, second] = told('acme-inc');
    const parent = { type: 'SUBSIDIARY_OF', from: 'child', to: 'acme' };
    const family = sketch({
      id: 'article-3',
      entities: ['acme:Organization:Acme', 'child:Organization'],
      relationships: [parent],
    });
    await loadDossiers(store, [first, second, family]);
    const { merge, unmerge } = merges(store);
    const before = await dumpGraph(store);
    for (const [from, into, message] of [
      ['acme', 'acme', /^into: is the same as from/],
      ['nobody', 'acme', /^from: "nobody" is no entity/],
      ['acme', 'founding', /^into: "founding" is no entity/],
      ['ann', 'acme', /^from: is a Person, and into a Organization/],
      ['child', 'acme', /^from: the dossier of "article-3" says otherwise: "child" and "acme" are one, but/],
    ] as const)
      expect((await merge(from, into)).messages[0]).toMatch(message);
    expect((await unmerge('acme')).messages[0]).toMatch(/^from: "acme" was not merged/);
    expect(await dumpGraph(store)).toBe(before);
    await merge('acme-inc', 'acme');
    expect((await merge('acme-inc', 'child')).messages[0]).toMatch(
      /^from: "acme-inc" was merged into "acme"/,
    );
    expect((await merge('child', 'acme-inc')).messages[0]).toMatch(
      /^into: "acme-inc" was merged into "acme"/,
    );
    expect((await merge('acme-inc', 'acme')).payload).toMatchObject({ isChanged: false, revision: 2 });
    // What is loaded later may not tell of them as of two either.
    const denying = { ...family, article: { ...family.article, id: 'article-4' } };
    const denied = JSON.parse(JSON.stringify(denying).replaceAll('"child"', '"acme-inc"')) as Dossier;
    await expect(loadDossiers(store, [denied])).rejects.toThrow(
      '"acme-inc" and "acme" are one, but the relationship SUBSIDIARY_OF is told of them as of two',
    );
  });

  it('is refused by the names of the two that a dossier tells apart, whoever else in it goes by another id', async () => {
    const store = await open();
    const [first] = told('acme-inc');
    const partners = { kind: 'Partnership', date: '2019', participants: { PARTNER: ['ally', 'pal'] } };
    const family = sketch({
      id: 'article-3',
      entities: ['acme-inc', 'kid', 'mum', 'ally', 'pal'].map((id) => `${id}:Organization`),
      relationships: [{ type: 'SUBSIDIARY_OF', from: 'kid', to: 'mum' }],
      events: [{ id: 'pact', ...partners }],
    });
    await loadDossiers(store, [first, family]);
    const { merge } = merges(store);
    await merge('acme-inc', 'acme');
    expect((await merge('kid', 'mum')).messages[0]).toContain(
      '"kid" and "mum" are one, but the relationship SUBSIDIARY_OF is told of them as of two',
    );
    expect((await merge('mum', 'kid')).messages[0]).toContain('"mum" and "kid" are one, but');
    expect((await merge('pal', 'ally')).messages[0]).toContain(
      '"pal" and "ally" are one, but the event "pact" is told of them as of two',
    );
    // Both of these go by a third's.
    await merge('kid', 'acme');
    expect((await merge('mum', 'acme')).messages[0]).toContain('"kid" and "mum" are one, "acme", but');
  });

  it('is done once for a key, and told in the audit log', async () => {
    const store = await open();
    await loadDossiers(store, told('acme-inc'));
    const { merge, unmerge, ask } = merges(store);
    const one = await merge('acme-inc', 'acme', 'key');
    await unmerge('acme-inc');
    const before = await dumpGraph(store);
    expect(await merge('acme-inc', 'acme', 'key')).toEqual(one);
    expect(await dumpGraph(store)).toBe(before);
    const audit = '{ auditLog { nodes { revision kind client from into articles } } }';
    const client = clientOf('write');
    const of = { client, from: 'acme-inc', into: 'acme', articles: ['article-2'] };
    expect((await ask(audit, { as: 'read write audit' })).data.auditLog.nodes).toMatchObject([
      { revision: 3, kind: 'UNMERGE', ...of },
      { revision: 2, kind: 'MERGE', ...of },
      { revision: 1, kind: 'LOAD', client: null, from: null, into: null },
    ]);
  });

  it('of the people of the article is taken back whole', async () => {
    const store = await open();
    await loadDossiers(store, await articleDossiers());
    const before = await dumpGraph(store);
    const { merge, unmerge } = merges(store);
    // Both founded OpenAI, in one event.
    expect((await merge('sam-altman', 'elon-musk')).messages).toEqual([]);
    expect(await loadDossiers(store, await articleDossiers())).toMatchObject({ loaded: [] });
    expect((await unmerge('sam-altman')).messages).toEqual([]);
    expect(await dumpGraph(store)).toBe(before);
  });

  it('of whatever two there are, in whatever order they are taken back, leaves no trace', async () => {
    const store = await open();
    const dossiers = [
      ...generateDossiers(11, amountsOf({ people: 12, organizations: 8, events: 40, relationships: 12 })),
    ];
    await loadDossiers(store, dossiers);
    const before = await dumpGraph(store);
    const writer = createWriter(store);
    const ids = (kind: string) =>
      [...new Set(dossiers.flatMap(({ entities }) => entities.filter((one) => one.kind === kind)))].map(
        ({ id }) => id,
      );
    const [people, organizations] = [[...new Set(ids('Person'))], [...new Set(ids('Organization'))]];
    const merged: string[] = [];
    for (const [from, into] of [
      [people[0], people[1]],
      [people[2], people[1]],
      [people[1], people[3]],
      [people[4], people[5]],
      [organizations[0], organizations[1]],
      [organizations[2], organizations[3]],
      [organizations[3], organizations[4]],
    ] as [string, string][]) {
      const done = await writer.mergeEntities('test', { from, into }).catch(() => undefined);
      if (done?.isChanged) merged.push(from);
    }
    expect(merged.length).toBeGreaterThan(3);
    // One in the middle of a chain first, and a dossier gone and come back meanwhile.
    const [gone] = dossiers;
    if (!gone) throw new Error('no dossier');
    await writer.retractDossier('test', { article: gone.article.id });
    for (const from of [...merged.slice(2), ...merged.slice(0, 2)]) {
      await writer.unmergeEntities('test', { from });
      if (from === merged[3]) await loadDossiers(store, [gone]);
    }
    await loadDossiers(store, [gone]);
    expect(await dumpGraph(store)).toBe(before);
  });
});
