import { beforeAll, expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { createWriter } from '../../src/dossier/writer.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { describeOnEachEngine } from '../engines.ts';
import { ask, type Data } from '../support/ask.ts';
import { sketch } from '../support/dossiers.ts';

/** Asks for paths, each written as `ann >FOUNDED acme <SUBSIDIARY_OF beta`. */
async function find(store: GraphStore, args: string) {
  const query = `{ paths(${args}) { cut cutBecause paths { length hops {
    forwards role certainty from { slug } to { slug } relationship { type } event { slug } } } } }`;
  const { data, errors, statements } = await ask(store, query);
  if (!data) throw new Error(errors.join('\n'));
  const hopText = ({ forwards, role, relationship, to }: Data) =>
    ` ${forwards ? '>' : '<'}${role ?? relationship.type} ${to.slug}`;
  const paths = data.paths.paths.map(({ hops }: Data) => hops[0].from.slug + hops.map(hopText).join(''));
  return { ...data.paths, paths, whole: data.paths.paths, statements };
}

const entities = [
  'ann:Person:Ann:앤',
  'bob:Person',
  'cid:Person',
  'acme:Organization',
  'beta:Organization',
  'corp:Organization',
  'idea:Concept',
  'lone:Concept',
];
const office = (id: string) => ({ id, title: { en: id } });

const dossier = sketch({
  entities,
  relationships: [
    {
      type: 'HOLDS_POSITION',
      from: 'ann',
      to: 'acme',
      position: office('ceo'),
      since: '2015',
      until: '2017',
    },
    {
      type: 'HOLDS_POSITION',
      from: 'ann',
      to: 'acme',
      position: office('adviser'),
      attested: ['2019-07-24'],
    },
    {
      type: 'SUBSIDIARY_OF',
      from: 'acme',
      to: 'beta',
      since: '2016-03',
      attested: ['2016-12-31', '2019-07-24'],
      cites: ['q'],
    },
    { type: 'HOLDS_POSITION', from: 'bob', to: 'beta', position: office('ceo') },
    { type: 'PARTNER_OF', from: 'acme', to: 'corp' },
    { type: 'HOLDS_POSITION', from: 'bob', to: 'corp', position: office('adviser') },
  ],
  events: [
    { id: 'talk', kind: 'Statement', date: '2018', participants: { SPEAKER: ['ann'], TOPIC: ['idea'] } },
    { id: 'self-made', kind: 'Founding', participants: { FOUNDER: ['acme'], FOUNDED: ['acme'] } },
    { id: 'reply', kind: 'Statement', participants: { SPEAKER: ['cid'], TOPIC: ['idea', 'beta'] } },
  ],
});

const later = sketch({
  id: 'article-2',
  published: '2020-02-02',
  entities,
  relationships: [
    // Told again with another end, and something that only this article knows.
    { type: 'HOLDS_POSITION', from: 'ann', to: 'acme', position: office('ceo'), until: '2016' },
    { type: 'FOUNDED', from: 'bob', to: 'acme' },
  ],
});

describeOnEachEngine('paths', (open, { name: engine }) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    await loadDossiers(store, [dossier, later]);
  }, 300_000);

  it('come shortest first, either way along relationships, parallel ones apart, in order of their ids', async () => {
    const { paths, whole, cut, cutBecause } = await find(store, 'from: "ann", to: "bob"');
    expect(paths).toEqual([
      'ann >HOLDS_POSITION acme <FOUNDED bob',
      'ann >HOLDS_POSITION acme <FOUNDED bob',
      'ann >HOLDS_POSITION acme >SUBSIDIARY_OF beta <HOLDS_POSITION bob',
      'ann >HOLDS_POSITION acme >PARTNER_OF corp <HOLDS_POSITION bob',
      'ann >HOLDS_POSITION acme >SUBSIDIARY_OF beta <HOLDS_POSITION bob',
      'ann >HOLDS_POSITION acme >PARTNER_OF corp <HOLDS_POSITION bob',
    ]);
    expect(whole.map(({ length }: Data) => length)).toEqual([2, 2, 3, 3, 3, 3]);
    expect({ cut, cutBecause }).toEqual({ cut: false, cutBecause: null });
    const back = await find(store, 'from: "bob", to: "ann", types: [HOLDS_POSITION, SUBSIDIARY_OF]');
    expect(back.paths[0]).toBe('bob >HOLDS_POSITION beta <SUBSIDIARY_OF acme <HOLDS_POSITION ann');
  });

  it('are counted by first, and then say that there are more', async () => {
    const { paths, cut, cutBecause, statements } = await find(store, 'from: "ann", to: "bob", first: 2');
    expect([paths.length, cut, cutBecause]).toEqual([2, true, 'PATHS']);
    // What stands at a relationship and at its ends is read along with it.
    expect(statements).toEqual(engine === 'neo4j' ? ['Path.shortest'] : ['shortestWays', 'Hop.between']);
    const all = await find(store, 'from: "ann", to: "bob", first: 6, maxLength: 3');
    expect([all.paths.length, all.cut]).toEqual([6, false]);
  });

  it('pass through events where these count as hops, by every role', async () => {
    expect((await find(store, 'from: "ann", to: "cid", maxLength: 6')).paths).toEqual([]);
    const { paths, whole, cut } = await find(store, 'from: "ann", to: "cid", events: true');
    expect(paths).toEqual([
      'ann >HOLDS_POSITION acme >SUBSIDIARY_OF beta >TOPIC reply <SPEAKER cid',
      'ann >HOLDS_POSITION acme >SUBSIDIARY_OF beta >TOPIC reply <SPEAKER cid',
      'ann >SPEAKER talk <TOPIC idea >TOPIC reply <SPEAKER cid',
    ]);
    expect(cut).toBe(false);
    const hops = whole[2].hops.map(({ event, relationship }: Data) => [event?.slug, relationship]);
    expect(hops).toEqual([
      ['talk', null],
      ['talk', null],
      ['reply', null],
      ['reply', null],
    ]);
    const only = await find(store, 'from: "talk", to: "beta", events: true, types: []');
    expect(only.paths).toEqual(['talk <TOPIC idea >TOPIC reply <TOPIC beta']);
  });

  it('take no hop from a thing to itself', async () => {
    const { paths } = await find(store, 'from: "acme", to: "self-made", events: true, maxLength: 1');
    expect(paths).toEqual(['acme >FOUNDED self-made', 'acme >FOUNDER self-made']);
    expect((await find(store, 'from: "acme", to: "ann", types: [FOUNDED]')).paths).toEqual([]);
  });

  it('go through what they must and avoid what they may not', async () => {
    const through = await find(store, 'from: "ann", to: "bob", through: ["corp", "acme"]');
    expect(new Set(through.paths)).toEqual(
      new Set(['ann >HOLDS_POSITION acme >PARTNER_OF corp <HOLDS_POSITION bob']),
    );
    const avoiding = await find(store, 'from: "ann", to: "bob", avoid: ["corp"], maxLength: 6');
    expect(avoiding.paths.filter((path: string) => path.includes('corp'))).toEqual([]);
    expect([avoiding.paths.length, avoiding.cut]).toEqual([4, false]);
    for (const impossible of [
      'through: ["lone"]',
      'through: ["corp"], avoid: ["corp"]',
      'avoid: ["bob"]',
      'through: ["no-such"]',
    ])
      expect(await find(store, `from: "ann", to: "bob", ${impossible}`)).toMatchObject({
        paths: [],
        cut: false,
      });
  });

  it('hold on the day asked for, surely or perhaps, and say which', async () => {
    const on = (rest: string) => find(store, `from: "ann", to: "beta", maxLength: 2, asOf: ${rest}`);
    const certainties = ({ whole }: Awaited<ReturnType<typeof find>>) =>
      whole.map(({ hops }: Data) => hops.map(({ certainty }: Data) => certainty).join());
    expect(certainties(await on('"2016-12-31"'))).toEqual(['POSSIBLE,CERTAIN', 'POSSIBLE,CERTAIN']);
    const before = await on('"2016-12-31", certainty: [CERTAIN], reportedBy: "2020-02-01"');
    expect(certainties(before)).toEqual(['CERTAIN,CERTAIN']);
    expect(certainties(await on('"2019-07-24", certainty: [CERTAIN]'))).toEqual(['CERTAIN,CERTAIN']);
    expect(certainties(await on('"2015-12-31"'))).toEqual([]);
    const whatever = await on('"2015-12-31", certainty: [CERTAIN, POSSIBLE, NO]');
    expect(certainties(whatever)).toEqual(['POSSIBLE,NO', 'CERTAIN,NO']);
    const event = (rest: string) =>
      find(store, `from: "ann", to: "idea", maxLength: 2, events: true, asOf: ${rest}`);
    expect(certainties(await event('"2017-12-31"'))).toEqual([]);
    expect(certainties(await event('"2018-06-30"'))).toEqual(['POSSIBLE,POSSIBLE']);
    expect(certainties(await event('"2018-12-31", certainty: [CERTAIN]'))).toEqual(['CERTAIN,CERTAIN']);
  });

  it('go by what had been reported, and tell it as it was known', async () => {
    expect((await find(store, 'from: "bob", to: "acme", maxLength: 1')).paths).toHaveLength(1);
    const before = 'from: "bob", to: "acme", maxLength: 1, reportedBy: "2020-02-01"';
    expect(await find(store, before)).toMatchObject({ paths: [], cut: false });
    const query = (
      reportedBy: string,
    ) => `{ paths(from: "ann", to: "acme", maxLength: 1, reportedBy: "${reportedBy}") {
      paths { hops { relationship { position until { edtf } } } } } }`;
    const untils = async (reportedBy: string) =>
      (await ask(store, query(reportedBy))).data.paths.paths.map(
        ({ hops }: Data) => hops[0].relationship.until?.edtf,
      );
    expect(await untils('2019-07-24')).toEqual([undefined, '2017']);
    expect(await untils('2020-02-02')).toEqual([undefined, '2016']);
  });

  it('cite for every hop what says so, within a stated number of statements', async () => {
    const { data, errors, statements } = await ask(
      store,
      `{ paths(from: "ann", to: "cid", events: true, maxLength: 5, asOf: "2019-01-01") { paths { hops {
        from { slug } to { slug } certainty relationship { type position } event { slug title date { label } }
        citations(first: 5) { totalCount nodes { paragraph } } } } } }`,
    );
    expect(errors).toEqual([]);
    const cited = data.paths.paths.flatMap(({ hops }: Data) =>
      hops.map(({ citations, relationship }: Data) => [
        relationship?.type,
        citations.nodes.map(({ paragraph }: Data) => paragraph).join(),
      ]),
    );
    expect(cited).toContainEqual(['SUBSIDIARY_OF', '2']);
    expect(cited).toContainEqual([undefined, '1']);
    const search = statements.filter((name) => name.startsWith('Hop.'));
    expect(search.length).toBeLessThanOrEqual(2 + 4 * 5);
    // Entities, events, whether events had happened, and passages of either sort with their counts: relationships come
    // with the hops.
    expect(statements.length - search.length).toBeLessThanOrEqual(7);
  });

  it('are none, and surely none, of what is not there', async () => {
    for (const args of [
      'from: "ann", to: "no-such"',
      'from: "no-such", to: "ann"',
      'from: "article-1", to: "ann"',
      'from: "lone", to: "ann", maxLength: 6',
    ])
      expect(await find(store, args)).toMatchObject({ paths: [], cut: false, cutBecause: null });
    const { statements } = await find(store, 'from: "ann", to: "no-such"');
    expect(statements).toEqual([engine === 'neo4j' ? 'Path.shortest' : 'shortestWays']);
  });

  it('follow what is written, replaced and removed', async () => {
    const told = (position: string, topic: string) =>
      sketch({
        id: 'article-3',
        published: '2020-03-03',
        entities,
        relationships: [{ type: 'HOLDS_POSITION', from: 'cid', to: position, position: office('ceo') }],
        events: [{ id: 'note', kind: 'Statement', participants: { SPEAKER: ['lone'], TOPIC: [topic] } }],
      });
    const steps = async () =>
      (
        await Promise.all([
          find(store, 'from: "cid", to: "acme", maxLength: 2'),
          find(store, 'from: "lone", to: "ann", maxLength: 5, events: true, first: 1'),
        ])
      ).map(({ paths }) => paths);
    expect(await steps()).toEqual([[], []]);
    await loadDossiers(store, [told('acme', 'ann')]);
    expect(await steps()).toEqual([['cid >HOLDS_POSITION acme'], ['lone >SPEAKER note <TOPIC ann']]);
    await loadDossiers(store, [told('corp', 'cid')]);
    expect(await steps()).toEqual([
      ['cid >HOLDS_POSITION corp <PARTNER_OF acme'],
      ['lone >SPEAKER note <TOPIC cid >HOLDS_POSITION corp <PARTNER_OF acme <HOLDS_POSITION ann'],
    ]);
    await createWriter(store).retractDossier('test', { article: 'article-3' });
    expect(await steps()).toEqual([[], []]);
  });

  it('follow entities that are merged, taken apart again, and told of as another kind', async () => {
    const told = (kind: 'Person' | 'Organization') =>
      sketch({
        id: 'article-4',
        published: '2020-04-04',
        entities: [...entities, `annie:${kind}`, 'able:Organization', 'solo:Organization', 'odd:Concept'],
        relationships: [
          kind === 'Person'
            ? { type: 'HOLDS_POSITION', from: 'annie', to: 'solo', position: office('ceo') }
            : { type: 'SUBSIDIARY_OF', from: 'annie', to: 'solo' },
          // A hop that another thing owns.
          { type: 'PARTNER_OF', from: 'able', to: 'annie' },
        ],
        events: [{ id: 'word', kind: 'Statement', participants: { SPEAKER: ['annie'], TOPIC: ['odd'] } }],
      });
    const steps = async () =>
      (
        await Promise.all([
          find(store, 'from: "solo", to: "ann", maxLength: 2, first: 1'),
          find(store, 'from: "odd", to: "ann", maxLength: 2, first: 1, events: true'),
          find(store, 'from: "solo", to: "able", maxLength: 2, first: 1'),
          find(store, 'from: "odd", to: "able", maxLength: 3, first: 1, events: true'),
        ])
      ).map(({ paths }) => paths[0]);
    const through = (id: string, type = 'HOLDS_POSITION') => [
      `solo <${type} ${id} <PARTNER_OF able`,
      `odd >TOPIC word <SPEAKER ${id} <PARTNER_OF able`,
    ];
    const apart = [undefined, undefined, ...through('annie')];
    const writer = createWriter(store);
    expect(await steps()).toEqual([undefined, undefined, undefined, undefined]);
    await loadDossiers(store, [told('Person')]);
    expect(await steps()).toEqual(apart);
    await writer.mergeEntities('test', { from: 'annie', into: 'ann' });
    expect(await steps()).toEqual([
      'solo <HOLDS_POSITION ann',
      'odd >TOPIC word <SPEAKER ann',
      ...through('ann'),
    ]);
    await writer.unmergeEntities('test', { from: 'annie' });
    expect(await steps()).toEqual(apart);
    await loadDossiers(store, [told('Organization')]);
    expect(await steps()).toEqual([undefined, undefined, ...through('annie', 'SUBSIDIARY_OF')]);
    await writer.retractDossier('test', { article: 'article-4' });
    expect(await steps()).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each([
    ['two ends that are one', 'from: "ann", to: "ann"', 'to: is the same as from'],
    ['no length', 'from: "ann", to: "bob", maxLength: 0', 'maxLength: must be from 1 to 6, not 0'],
    ['too great a length', 'from: "ann", to: "bob", maxLength: 7', 'maxLength: must be from 1 to 6, not 7'],
    ['no paths', 'from: "ann", to: "bob", first: 0', 'first: must be from 1 to 100, not 0'],
    ['too many paths', 'from: "ann", to: "bob", first: 101', 'first: must be from 1 to 100, not 101'],
    ['certainty of no day', 'from: "ann", to: "bob", certainty: [NO]', 'certainty: needs asOf beside it'],
    [
      'too many things',
      `from: "ann", to: "bob", avoid: [${'"x",'.repeat(101)}]`,
      'avoid: must have from 0 to 100',
    ],
  ])('refuse %s', async (_, args, message) => {
    const { errors, codes, statements } = await ask(store, `{ paths(${args}) { cut } }`);
    expect(errors).toEqual([expect.stringContaining(message)]);
    expect([codes, statements]).toEqual([['BAD_USER_INPUT'], []]);
  });
});
