import { expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { describeOnEachEngine } from '../engines.ts';
import { articleDossiers } from '../support/article.ts';
import { ask, type Data } from '../support/ask.ts';
import { sketch } from '../support/dossiers.ts';
import { early, late, middle, threeTellings } from '../support/three-tellings.ts';

const fact = `__typename ... on Node { id } ... on Thing { slug } ... on Relationship { type from { slug } to { slug } } ... on Description { text }`;

/** A fact in a few words. */
function words({ __typename, slug, type, from, to, text }: Data): string {
  return type ? `${from.slug} ${type} ${to.slug}` : `${__typename} ${slug ?? text}`;
}

type Store = Parameters<typeof ask>[0];

async function askWell(store: Store, source: string) {
  const { data, errors, statements } = await ask(store, source);
  expect(errors).toEqual([]);
  return { data, statements };
}

async function supportsOf(store: Store, article: string, args = ''): Promise<Map<number, string[]>> {
  const { data } = await askWell(
    store,
    `{ article(slug: "${article}") { passages(first: 100) { nodes { paragraph supports(first: 100${args}) { nodes { ${fact} } } } } } }`,
  );
  return new Map(
    data.article.passages.nodes.map(({ paragraph, supports }: Data) => [
      paragraph,
      supports.nodes.map(words),
    ]),
  );
}

describeOnEachEngine('what passages and articles support', (open) => {
  const ofFirst = ['Person ann', 'Organization acme', 'Person bob', 'Organization publisher'];

  it('is every sort of fact that cites them, and stays right when other dossiers come and go', async () => {
    const store = await open();
    const expected = new Map([
      [
        1,
        [
          ...[...ofFirst].sort((a, b) => (a.split(' ')[1] ?? '').localeCompare(b.split(' ')[1] ?? '')),
          'Publication early-publication',
          'Founding founding',
          'Investment seed',
          'ann FOUNDED acme',
          'ann HOLDS_POSITION acme',
          'bob INVESTED_IN acme',
        ],
      ],
      [2, ['Description To sell anvils.', 'ann HOLDS_POSITION acme']],
    ]);
    await loadDossiers(store, [early]);
    expect(await supportsOf(store, 'early')).toEqual(expected);
    await loadDossiers(store, threeTellings);
    expect(await supportsOf(store, 'early')).toEqual(expected);
    // The second article no longer speaks of what the first says too.
    await loadDossiers(store, [sketch({ id: 'middle', published: '2019-07-24', entities: ['zed:Person'] })]);
    expect(await supportsOf(store, 'early')).toEqual(expected);
    await loadDossiers(store, [early], { removeOthers: true });
    expect(await supportsOf(store, 'early')).toEqual(expected);
  });

  it('takes back what a changed dossier no longer cites', async () => {
    const store = await open();
    await loadDossiers(store, threeTellings);
    await loadDossiers(store, [{ ...early, relationships: [] }]);
    expect((await supportsOf(store, 'early')).get(2)).toEqual(['Description To sell anvils.']);
    expect((await supportsOf(store, 'middle')).get(1)).toContain('acme PARTNER_OF zed');
  });

  it('is the other side of citations: a fact cites a passage if and only if the passage supports it', async () => {
    const store = await open();
    await loadDossiers(store, [...threeTellings, ...(await articleDossiers())]);
    const { data } = await askWell(
      store,
      `{ articles { nodes { slug supports(first: 100) { totalCount nodes { ${fact} } pageInfo { hasNextPage } }
           passages(first: 100) { nodes { id supports(first: 100) { nodes { ${fact} } } } } } } }`,
    );
    const forwards = new Set<string>();
    const supported = new Map<string, Data>();
    for (const { passages } of data.articles.nodes)
      for (const { id, supports } of passages.nodes)
        for (const node of supports.nodes) {
          forwards.add(`${node.id} ${id}`);
          supported.set(node.id, node);
        }
    const ids = [...supported.keys()];
    const backwards = new Set<string>();
    for (let start = 0; start < ids.length; start += 100) {
      const cited = `citations(first: 100) { nodes { id } }`;
      const { data: found } = await ask(
        store,
        `query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Thing { ${cited} } ... on Relationship { ${cited} } ... on Description { ${cited} } } }`,
        { variables: { ids: ids.slice(start, start + 100) } },
      );
      for (const { id, citations } of found.nodes)
        for (const passage of citations.nodes) backwards.add(`${id} ${passage.id}`);
    }
    expect(forwards).toEqual(backwards);
    expect(forwards.size).toBeGreaterThan(200);
    // An article supports what its passages support, each once.
    for (const { supports, passages } of data.articles.nodes) {
      const ofPassages = new Set(
        passages.nodes.flatMap((one: Data) => one.supports.nodes.map(({ id }: Data) => id)),
      );
      expect(supports.totalCount).toBe(ofPassages.size);
      const ofArticle = supports.nodes.map(({ id }: Data) => id);
      expect(ofArticle).toEqual([...new Set(ofArticle)]);
      expect(ofArticle.every((id: string) => ofPassages.has(id))).toBe(true);
      expect(ofArticle.length).toBe(Math.min(100, ofPassages.size));
    }
  });

  it('is filtered by sort, counted by sort, and paged alike from both ends', async () => {
    const store = await open();
    await loadDossiers(store, await articleDossiers());
    const page = async (args: string) => {
      const { data } = await askWell(
        store,
        `{ article(slug: "ciokorea-126908") { supports(${args}) { totalCount kinds { value count } edges { cursor node { ${fact} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`,
      );
      return data.article.supports;
    };
    const forwards: Data[] = [];
    for (let next = 'first: 30'; next !== ''; ) {
      const { edges, pageInfo } = await page(next);
      forwards.push(...edges);
      next = pageInfo.hasNextPage ? `first: 30, after: "${pageInfo.endCursor}"` : '';
    }
    const backwards: Data[] = [];
    for (let next = 'last: 17'; next !== ''; ) {
      const { edges, pageInfo } = await page(next);
      backwards.unshift(...edges);
      next = pageInfo.hasPreviousPage ? `last: 17, before: "${pageInfo.startCursor}"` : '';
    }
    expect(backwards).toEqual(forwards);
    const { totalCount, kinds } = await page('first: 1');
    expect(forwards).toHaveLength(totalCount);
    expect(kinds.reduce((sum: number, { count }: Data) => sum + count, 0)).toBe(totalCount);
    for (const { value, count } of kinds)
      expect((await page(`first: 1, kinds: [${value}]`)).totalCount).toBe(count);
    expect((await page('first: 1, kinds: []')).totalCount).toBe(0);
  });

  it('is nothing before its article was published, and then what was known of it', async () => {
    const store = await open();
    await loadDossiers(store, threeTellings);
    const at = async (day: string) => (await supportsOf(store, 'early', `, reportedBy: "${day}"`)).get(1);
    expect(await at('2017-06-29')).toEqual([]);
    expect(await at('2017-06-30')).toHaveLength(10);
    const { data } = await askWell(
      store,
      `{ article(slug: "early") { then: supports(kinds: [EVENT], reportedBy: "2018-01-01") { ...Dates } now: supports(kinds: [EVENT]) { ...Dates } } }
       fragment Dates on FactConnection { nodes { ... on Event { slug date { edtf } } } }`,
    );
    const dates = (nodes: Data[]) => nodes.map(({ slug, date }) => `${slug} ${date.edtf}`);
    expect(dates(data.article.then.nodes)).toEqual([
      'early-publication 2017-06-30',
      'founding 2015',
      'seed 2016-03',
    ]);
    expect(dates(data.article.now.nodes)).toEqual([
      'early-publication 2017-06-30',
      'founding 2016-01',
      'seed 2016-03-15',
    ]);
  });

  it('takes one statement a level, however many passages and facts there are', async () => {
    const store = await open();
    await loadDossiers(store, await articleDossiers());
    const { statements } = await askWell(
      store,
      `{ article(slug: "ciokorea-126908") { passages(first: 100) { nodes { supports(first: 100) { totalCount nodes { ${fact} } } } } } }`,
    );
    expect(statements.sort()).toEqual([
      'Article.byId+',
      'Description.byId',
      'Entity.byId',
      'Event.byId',
      'Passage.supports',
      'Passage.supports.totalCount',
      'Relationship.byId',
    ]);
  });
});

describeOnEachEngine('facts by their sources', (open) => {
  let store: Store;
  const factsOf = async (args: string): Promise<string[]> => {
    const { data } = await askWell(store, `{ facts(${args}) { totalCount nodes { ${fact} } } }`);
    expect(data.facts.totalCount).toBe(data.facts.nodes.length);
    return data.facts.nodes.map(words);
  };

  it('finds what one article alone tells', async () => {
    store = await open();
    await loadDossiers(store, threeTellings);
    expect(await factsOf('sources: SINGLE, first: 100')).toEqual([
      'cid FOUNDED acme',
      'fay FOUNDED acme',
      'Publication early-publication',
      'acme PARTNER_OF zed',
      'Publication middle-publication',
      'Statement talk',
      'Publication late-publication',
      'eve HOLDS_POSITION acme',
      'Statement rumour',
    ]);
  });

  it('finds what several tell, and where they disagree', async () => {
    const several = [
      'ann HOLDS_POSITION acme',
      'ann FOUNDED acme',
      'Founding founding',
      'bob INVESTED_IN acme',
      'Investment seed',
      'dan HOLDS_POSITION acme',
      'Departure departure',
    ];
    expect(await factsOf('sources: SEVERAL, first: 100')).toEqual(several);
    expect(await factsOf('sources: DISAGREEING, first: 100')).toEqual(
      several.filter((one) => one !== 'bob INVESTED_IN acme'),
    );
  });

  it('splits all facts into those of one source and those of several', async () => {
    const all = await factsOf('first: 100');
    expect(
      [
        ...(await factsOf('sources: SINGLE, first: 100')),
        ...(await factsOf('sources: SEVERAL, first: 100')),
      ].sort(),
    ).toEqual([...all].sort());
  });

  it('goes by the sources that there were on a day', async () => {
    expect(await factsOf('reportedBy: "2017-06-29"')).toEqual([]);
    expect(await factsOf('sources: SEVERAL, reportedBy: "2018-01-01"')).toEqual([]);
    expect(await factsOf('sources: SINGLE, reportedBy: "2018-01-01"')).toHaveLength(6);
    expect(await factsOf('sources: SEVERAL, reportedBy: "2019-12-31"')).toEqual([
      'ann HOLDS_POSITION acme',
      'ann FOUNDED acme',
      'Founding founding',
      'bob INVESTED_IN acme',
      'Investment seed',
    ]);
    expect(await factsOf('sources: DISAGREEING, reportedBy: "2019-12-31"')).toEqual([]);
  });

  it('asks about entities, by kind, type and kind of event', async () => {
    expect(await factsOf('about: ["zed", "eve"], sources: SINGLE')).toEqual([
      'acme PARTNER_OF zed',
      'Statement talk',
      'eve HOLDS_POSITION acme',
      'Statement rumour',
    ]);
    expect(await factsOf('about: ["dan"], sources: DISAGREEING, kinds: [RELATIONSHIP]')).toEqual([
      'dan HOLDS_POSITION acme',
    ]);
    expect(await factsOf('kinds: [EVENT], eventKinds: [FOUNDING, INVESTMENT]')).toEqual([
      'Founding founding',
      'Investment seed',
    ]);
    expect(await factsOf('kinds: [RELATIONSHIP], types: [PARTNER_OF]')).toEqual(['acme PARTNER_OF zed']);
    expect(await factsOf('kinds: [RELATIONSHIP], types: []')).toEqual([]);
    expect(await factsOf('kinds: []')).toEqual([]);
    expect(await factsOf('about: []')).toEqual([]);
  });

  it('names the sources oldest first, and those of the time where facts are read as they were known', async () => {
    const { data } = await askWell(
      store,
      `{ event(slug: "founding") { sources { slug } }
         ann: person(slug: "ann") { founded { edges { relationship { sources { slug } } } }
           then: founded(reportedBy: "2019-12-31") { edges { relationship { sources { slug } disagreements { field } } } } } }`,
    );
    const slugs = (sources: Data[]) => sources.map(({ slug }) => slug);
    expect(slugs(data.event.sources)).toEqual(['early', 'middle', 'late']);
    expect(slugs(data.ann.founded.edges[0].relationship.sources)).toEqual(['early', 'middle', 'late']);
    expect(data.ann.then.edges).toEqual([
      { relationship: { sources: [{ slug: 'early' }, { slug: 'middle' }], disagreements: [] } },
    ]);
  });

  const disagreements = `disagreements { field tellings { article { slug } date { edtf } attested amounts { amount currency approximate } } }`;

  it('tells where sources disagree, and what each of them says', async () => {
    const { data } = await askWell(
      store,
      `{ founding: event(slug: "founding") { ${disagreements} } seed: event(slug: "seed") { ${disagreements} } talk: event(slug: "talk") { ${disagreements} }
         dan: person(slug: "dan") { positions { edges { relationship { ${disagreements} } } } } }`,
    );
    const date = (article: string, edtf: string | null) => ({
      article: { slug: article },
      date: edtf && { edtf },
      attested: [],
      amounts: [],
    });
    const sum = (article: string, amount: string) => ({
      ...date(article, null),
      amounts: [{ amount, currency: 'USD', approximate: false }],
    });
    expect(data.founding.disagreements).toEqual([
      {
        field: 'DATE',
        tellings: [date('early', '2015'), date('middle', '2015-12'), date('late', '2016-01')],
      },
    ]);
    expect(data.seed.disagreements).toEqual([
      { field: 'AMOUNTS', tellings: [sum('early', '100'), sum('middle', '100'), sum('late', '150')] },
    ]);
    expect(data.talk.disagreements).toEqual([]);
    // Neither is told twice; they do not fit one another.
    expect(data.dan.positions.edges[0].relationship.disagreements).toEqual([
      { field: 'SINCE', tellings: [date('middle', '2018-03')] },
      { field: 'UNTIL', tellings: [date('late', '2017')] },
    ]);
  });

  it('counts an end that another article contradicts by a later day on which it held', async () => {
    const other = await open();
    const cto = { id: 'cto', title: { en: 'CTO' } };
    const held = { type: 'HOLDS_POSITION', from: 'ann', to: 'acme', position: cto };
    const entities = ['ann:Person', 'acme:Organization'];
    await loadDossiers(other, [
      sketch({ id: 'left', published: '2018-12-31', entities, relationships: [{ ...held, until: '2018' }] }),
      sketch({ id: 'there', entities, relationships: [{ ...held, attested: ['2019-07-24'] }] }),
    ]);
    const { data } = await askWell(
      other,
      `{ facts(sources: DISAGREEING) { nodes { ... on Relationship { ${disagreements} certaintyOn(day: "2018-06-01") } } }
         changes(between: {from: "2018-01-01", to: "2018-12-31"}, kinds: [ENDED]) { nodes { certainty } } }`,
    );
    expect(data.facts.nodes).toEqual([
      {
        certaintyOn: 'POSSIBLE',
        disagreements: [
          {
            field: 'UNTIL',
            tellings: [
              { article: { slug: 'left' }, date: { edtf: '2018' }, attested: [], amounts: [] },
              { article: { slug: 'there' }, date: null, attested: ['2019-07-24'], amounts: [] },
            ],
          },
        ],
      },
    ]);
    expect(data.changes.nodes).toEqual([{ certainty: 'POSSIBLE' }]);
  });

  it('reads sources and tellings of a page in a constant number of statements, and none where all agree', async () => {
    store = await open();
    await loadDossiers(store, threeTellings);
    const selection = `nodes { ... on Event { sources { slug } ${disagreements} } ... on Relationship { sources { slug } ${disagreements} } }`;
    const { statements } = await askWell(store, `{ facts(first: 100) { ${selection} } }`);
    expect(statements.sort()).toEqual(
      [
        'Query.facts',
        'Event.byId',
        'Relationship.byId',
        'Event.sources',
        'Relationship.sources',
        'Article.byId',
      ].sort(),
    );
    const agreed = await askWell(store, `{ event(slug: "talk") { ${disagreements} } }`);
    expect(agreed.statements).toEqual(['Event.byId']);
  });

  it.each([
    ['kinds: [ENTITY]', /kinds: takes EVENT and RELATIONSHIP, not ENTITY/],
    ['kinds: [EVENT, DESCRIPTION]', /kinds: takes EVENT and RELATIONSHIP, not DESCRIPTION/],
    ['first: -1', /first: must be from 0 to 100/],
  ])('refuses %s', async (args, message) => {
    const { errors, codes } = await ask(store, `{ facts(${args}) { totalCount } }`);
    expect([errors, codes]).toEqual([[expect.stringMatching(message)], ['BAD_USER_INPUT']]);
  });

  it('pages alike from both ends in every order', async () => {
    for (const order of ['', 'orderBy: [{field: DATE, direction: DESC}],', 'orderBy: [{field: KIND}],']) {
      const page = async (args: string) =>
        (
          await askWell(
            store,
            `{ facts(${order} ${args}) { nodes { ${fact} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
          )
        ).data.facts;
      const whole = (await page('first: 100')).nodes;
      const joined: Data[] = [];
      for (let next = 'last: 3'; next !== ''; ) {
        const { nodes, pageInfo } = await page(next);
        joined.unshift(...nodes);
        next = pageInfo.hasPreviousPage ? `last: 3, before: "${pageInfo.startCursor}"` : '';
      }
      expect(joined).toEqual(whole);
      expect(whole).toHaveLength(16);
    }
  });
});

describeOnEachEngine('the article beside one that contradicts it', (open) => {
  it('keeps what the article alone says apart from what is disputed', async () => {
    const store = await open();
    const other = sketch({
      id: 'other',
      published: '2020-05-05',
      entities: ['elon-musk:Person', 'sam-altman:Person', 'openai:Organization', 'microsoft:Organization'],
      events: [
        {
          id: 'openai-founding',
          kind: 'Founding',
          date: '2015-12-11',
          participants: { FOUNDER: ['sam-altman'], FOUNDED: ['openai'] },
        },
        {
          id: 'microsoft-invests-in-openai',
          kind: 'Investment',
          date: '2019-07-22',
          amounts: [
            { amount: '2000000000', currency: 'USD' },
            { amount: '1190000000000', currency: 'KRW', approximate: true },
          ],
          participants: { INVESTOR: ['microsoft'], INVESTEE: ['openai'] },
        },
      ],
    });
    await loadDossiers(store, [...(await articleDossiers()), other]);
    const { data } = await askWell(
      store,
      `{ disputed: facts(sources: DISAGREEING) { nodes { ${fact} ... on Investment { amounts { amount currency } disagreements { field tellings { article { slug } amounts { amount currency approximate } } } } } }
         confirmed: facts(sources: SEVERAL) { nodes { ${fact} ... on Founding { date { edtf } } } } single: facts(sources: SINGLE) { totalCount } all: facts { totalCount } }`,
    );
    // To the day is more precise, and no disagreement; "about" so many won contradicts nothing; dollars do.
    expect(data.disputed.nodes.map(words)).toEqual(['Investment microsoft-invests-in-openai']);
    expect(data.disputed.nodes[0].disagreements).toEqual([
      {
        field: 'AMOUNTS',
        tellings: [
          {
            article: { slug: 'ciokorea-126908' },
            amounts: [
              { amount: '1000000000', currency: 'USD', approximate: false },
              { amount: '1180000000000', currency: 'KRW', approximate: true },
            ],
          },
          {
            article: { slug: 'other' },
            amounts: [
              { amount: '2000000000', currency: 'USD', approximate: false },
              { amount: '1190000000000', currency: 'KRW', approximate: true },
            ],
          },
        ],
      },
    ]);
    expect(data.confirmed.nodes.map(words)).toEqual([
      'Founding openai-founding',
      'sam-altman FOUNDED openai',
      'Investment microsoft-invests-in-openai',
      'microsoft INVESTED_IN openai',
    ]);
    expect(data.confirmed.nodes[0].date.edtf).toBe('2015-12-11');
    expect(data.single.totalCount + 4).toBe(data.all.totalCount);
  });
});

// The three are also what other tests of this folder rest on.
it('has three articles that tell of one founding', () => {
  const all = [early, middle, late].map(({ events }) => events.some(({ id }) => id === 'founding'));
  expect(all).toEqual([true, true, true]);
});
