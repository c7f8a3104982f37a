import { expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { describeOnEachEngine } from '../engines.ts';
import { ask } from '../support/ask.ts';
import { sketch } from '../support/dossiers.ts';
import { articleStore } from '../support/loaded-store.ts';

/** What someone types, and the slug of what must come first. */
const cases: readonly (readonly [text: string, first: string])[] = [
  // Names, in either language and script, whatever the case and width.
  ['OpenAI', 'openai'],
  ['openai', 'openai'],
  ['ＯｐｅｎＡＩ', 'openai'],
  ['오픈AI', 'openai'],
  ['오픈에이아이', 'openai'],
  ['Open AI', 'openai'],
  ['오픈 AI', 'openai'],
  ['Microsoft', 'microsoft'],
  ['마이크로소프트', 'microsoft'],
  ['MS', 'microsoft'],
  ['마소', 'microsoft'],
  ['Tesla', 'tesla'],
  ['테슬라', 'tesla'],
  ['Y Combinator', 'y-combinator'],
  ['YC', 'y-combinator'],
  ['Y.C.', 'y-combinator'],
  ['와이콤비네이터', 'y-combinator'],
  ['와이 콤비네이터', 'y-combinator'],
  ['와이콤비네이션', 'y-combinator'],
  ['Elon Musk', 'elon-musk'],
  ['Elon Reeve Musk', 'elon-musk'],
  ['일론 머스크', 'elon-musk'],
  ['일론머스크', 'elon-musk'],
  ['엘론 머스크', 'elon-musk'],
  ['Sam Altman', 'sam-altman'],
  ['샘 알트만', 'sam-altman'],
  ['샘 올트먼', 'sam-altman'],
  ['Satya Nadella', 'satya-nadella'],
  ['사티아 나델라', 'satya-nadella'],
  ['김달훈', 'kim-dal-hoon'],
  ['CIO Korea', 'cio-korea'],
  ['Open UP', 'open-up'],
  ['OpenAI LP', 'openai-lp'],
  ['Azure', 'azure'],
  ['애저', 'azure'],
  ['AGI', 'agi'],
  ['인공일반지능', 'agi'],
  ['범용인공지능', 'agi'],
  ['강한 인공지능', 'agi'],
  ['Strong AI', 'agi'],
  ['약한 인공지능', 'weak-ai'],
  ['weak ai', 'weak-ai'],
  ['AI', 'artificial-intelligence'],
  ['인공지능', 'artificial-intelligence'],
  // Particles.
  ['오픈AI에', 'openai'],
  ['오픈AI가', 'openai'],
  ['마이크로소프트의', 'microsoft'],
  ['마이크로소프트와', 'microsoft'],
  ['일론 머스크가', 'elon-musk'],
  ['샘 알트만은', 'sam-altman'],
  ['테슬라에서', 'tesla'],
  ['애저를', 'azure'],
  // While typing.
  ['ai', 'artificial-intelligence'],
  ['micro', 'microsoft'],
  ['마이크', 'microsoft'],
  ['테스', 'tesla'],
  ['sat', 'satya-nadella'],
  ['사티', 'satya-nadella'],
  ['일로', 'elon-musk'],
  // Initial consonants.
  ['ㅁㅇㅋㄹㅅㅍㅌ', 'microsoft'],
  ['ㅌㅅㄹ', 'tesla'],
  ['ㅅㅌㅇ', 'satya-nadella'],
  // Word order, and names inside more words.
  ['Musk Elon', 'elon-musk'],
  ['머스크 일론', 'elon-musk'],
  ['Nadella Satya', 'satya-nadella'],
  // Slips: a letter more, less, other, swapped; and by jamo.
  ['Microsft', 'microsoft'],
  ['Mircosoft', 'microsoft'],
  ['Microsoftt', 'microsoft'],
  ['Teslq', 'tesla'],
  ['Nadela', 'satya-nadella'],
  ['마이크로소프드', 'microsoft'],
  ['테슬러', 'tesla'],
  ['나델러', 'satya-nadella'],
  ['Combinater', 'y-combinator'],
];

const query = `query ($text: String!, $first: Int, $after: String, $last: Int, $before: String) {
  search(text: $text, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    complete
    kinds { value count }
    edges { cursor score how matched node { id __typename ... on Thing { slug } ... on Article { slug } } }
    pageInfo { hasNextPage hasPreviousPage endCursor startCursor }
  }
}`;

/** The order of names each engine gave, to be compared at the end. */
const orders = new Map<string, string[]>();

describeOnEachEngine('search', (open, engine) => {
  const ready = articleStore(open);
  // The embedded engine gives ids, Neo4j the candidates themselves.
  const perSearch = engine.name === 'embedded' ? 2 : 1;

  it(`finds what is meant first, ${cases.length} times`, async () => {
    const store = await ready();
    const firsts: (readonly [string, string | undefined])[] = [];
    const order: string[] = [];
    for (const [text] of cases) {
      const { data, errors, statements } = await ask(store, query, { variables: { text, first: 10 } });
      expect(errors).toEqual([]);
      // Slips are looked for by a second search.
      const searches = statements.filter((name) => name === 'search').length;
      expect(searches).toBeLessThanOrEqual(2);
      expect(statements.length).toBeLessThanOrEqual(3 + perSearch * searches);
      const edges: { score: number; how: string; node: { slug: string } }[] = data.search.edges;
      firsts.push([text, edges[0]?.node.slug]);
      order.push(`${text}: ${edges.filter(({ how }) => how !== 'TEXT').map(({ node }) => node.slug)}`);
      expect(edges.map(({ score }) => score)).toEqual(
        edges.map(({ score }) => score).toSorted((a, b) => b - a),
      );
    }
    expect(firsts).toEqual(cases);
    orders.set(engine.name, order);
    const [reference] = orders.values();
    expect(order).toEqual(reference);
  });

  it('pages alike forwards and backwards, and counts by kind', async () => {
    const store = await ready();
    const whole = (await ask(store, query, { variables: { text: 'ai', first: 100 } })).data.search;
    expect(whole.totalCount).toBe(whole.edges.length);
    expect(whole.kinds.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(
      whole.totalCount,
    );
    const slugs = (page: typeof whole) => page.edges.map(({ node }: { node: { slug: string } }) => node.slug);
    const forwards: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: typeof whole = (await ask(store, query, { variables: { text: 'ai', first: 3, after } }))
        .data.search;
      forwards.push(...slugs(page));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    const backwards: string[] = [];
    for (let before: string | null = null; ; ) {
      const page: typeof whole = (await ask(store, query, { variables: { text: 'ai', last: 4, before } }))
        .data.search;
      backwards.unshift(...slugs(page));
      if (!page.pageInfo.hasPreviousPage) break;
      before = page.pageInfo.startCursor;
    }
    expect(forwards).toEqual(slugs(whole));
    expect(backwards).toEqual(slugs(whole));
  });

  it('answers, or refuses clearly, whatever the text', async () => {
    const store = await ready();
    for (const text of [
      '',
      '!?…',
      '+-&&||!(){}[]^"~*?:\\/',
      'a AND b OR NOT c*',
      '\ud800',
      'a\u0000b',
      '"',
      "'",
    ]) {
      const { errors } = await ask(store, query, { variables: { text } });
      expect([text, errors]).toEqual([text, []]);
    }
    const { codes, errors } = await ask(store, query, { variables: { text: 'x'.repeat(10_000) } });
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]).toContain('text: at most 200 characters');
  });

  it('suggests while someone types, in three statements at most', async () => {
    const store = await ready();
    const suggest =
      'query ($text: String!) { suggest(text: $text, first: 5) { slug matched how score kind } }';
    for (const text of ['o', 'op', '오', 'ㅇㅍ', '오프']) {
      const { data, statements } = await ask(store, suggest, { variables: { text } });
      expect(data.suggest.map(({ slug }: { slug: string }) => slug)).toContain('openai');
      expect(statements.length).toBeLessThanOrEqual(3);
    }
  });

  it('reads no entity again that it found, and gives it as it is', async () => {
    const store = await ready();
    const whole =
      '... on Organization { slug nameEn: name(language: EN) nameKo: name(language: KO) aliases legalForm kind }';
    const found = await ask(
      store,
      `{ suggest(text: "openai", kinds: [ORGANIZATION]) { node { id ${whole} } } }`,
    );
    expect(found.errors).toEqual([]);
    expect(found.statements).toHaveLength(perSearch);
    type Organization = { id: string; slug: string; legalForm: string | null };
    const nodes = found.data.suggest.map(({ node }: { node: Organization }) => node) as Organization[];
    expect(nodes.map(({ slug }) => slug)).toContain('openai-lp');
    expect(nodes.some(({ legalForm }) => legalForm !== null)).toBe(true);
    const ids = JSON.stringify(nodes.map(({ id }) => id));
    const { data } = await ask(store, `{ nodes(ids: ${ids}) { id ${whole} } }`);
    expect(nodes).toEqual(data.nodes);
  });

  it('looks at all of the kinds asked for, and says whether it has looked at all', async () => {
    const store = await open();
    const people = Array.from({ length: 1_100 }, (_, at) => `kim-${at}:Person:Kim Number ${at}`);
    const few = ['theory:Concept:Kim Theory of something rather long', 'works:Organization:The Works of Kim'];
    await loadDossiers(store, [sketch({ entities: [...people, ...few] })]);
    const of = (kinds: string) =>
      `search(text: "kim", kinds: ${kinds}) { totalCount complete } suggest(text: "kim", kinds: ${kinds}) { slug }`;
    const { data } = await ask(
      store,
      `{ search(text: "kim") { totalCount complete } ${of('[CONCEPT, ORGANIZATION]').replaceAll(/(search|suggest)\(/g, '$1Few: $1(')}
        ${of('[]').replaceAll(/(search|suggest)\(/g, '$1None: $1(')} }`,
    );
    expect(data).toEqual({
      search: { totalCount: 200, complete: false },
      searchFew: { totalCount: 2, complete: true },
      suggestFew: [{ slug: 'theory' }, { slug: 'works' }],
      searchNone: { totalCount: 0, complete: true },
      suggestNone: [],
    });
  });

  it('follows every load: what is new is found, what is gone is not', async () => {
    const store = await open();
    const found = async (text: string) =>
      (await ask(store, query, { variables: { text } })).data.search.totalCount;
    await loadDossiers(store, [sketch({ entities: ['zanzibar:Organization'] })]);
    expect(await found('zanzibar')).toBe(1);
    await loadDossiers(store, [sketch({ entities: ['zanzibar:Organization:Tumbuka'] })]);
    expect(await found('tumbuka')).toBe(1);
    expect(await found('zanzibar')).toBe(0);
    await loadDossiers(store, [sketch({ entities: [] })]);
    expect(await found('tumbuka')).toBe(0);
  });

  it('read what sources say only of candidates of which they say something', async () => {
    const store = await open();
    const described = {
      id: 'survey',
      kind: 'Statement',
      title: { en: 'Marine survey' },
      participants: { SPEAKER: ['bureau'] },
      descriptions: [{ aspect: 'PURPOSE', text: { en: 'To count kelp forests.' }, cites: ['p'] }],
    };
    await loadDossiers(store, [
      sketch({ entities: ['bureau:Organization:Internationalization Bureaucracy'], events: [described] }),
      sketch({ id: 'later', entities: ['board:Organization:Internationalization Buretta Orchard'] }),
    ]);
    const found = async (text: string) => {
      const query =
        'query ($text: String!) { search(text: $text, first: 10) { nodes { ... on Entity { slug } ... on Event { slug } } } }';
      const { data, statements } = await ask(store, query, { variables: { text } });
      return { slugs: data.search.nodes.map(({ slug }: { slug: string }) => slug), statements };
    };
    // Its first twenty-four letters are those of the other, which is no match.
    const named = await found('Internationalization Bureaucracy');
    expect(named.slugs).toEqual(['bureau']);
    expect(named.statements).not.toContain('Search.texts');
    const said = await found('kelp forests');
    expect(said.slugs).toEqual(['survey']);
    expect(said.statements).toContain('Search.texts');
  });
});
