import { expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { describeOnEachEngine } from '../engines.ts';
import { articleDossiers } from '../support/article.ts';
import { ask, type Data } from '../support/ask.ts';
import { sketch } from '../support/dossiers.ts';
import { threeTellings } from '../support/three-tellings.ts';

const fields = `kind certainty date { edtf } relationship { id type from { slug } to { slug } } event { slug } entities { slug }`;

/** A change in one line: what, when, how sure, and who. */
function line({ kind, certainty, date, relationship, event }: Data): string {
  const { type, from, to } = relationship ?? {};
  const what = event ? event.slug : `${from.slug} ${type} ${to.slug}`;
  return `${date.edtf} ${kind} ${what} ${certainty}`;
}

const range = (from: string, to: string) => `between: {from: "${from}", to: "${to}"}`;
const year2018 = range('2018-01-01', '2018-12-31');

describeOnEachEngine('changes between two days', (open) => {
  let store: Awaited<ReturnType<typeof open>>;

  const asked = async (args: string, selection = `nodes { ${fields} } totalCount`) => {
    const { data, errors, statements } = await ask(store, `{ changes(${args}) { ${selection} } }`);
    expect(errors).toEqual([]);
    return { changes: data.changes, statements };
  };
  const lines = async (args: string): Promise<string[]> => {
    const { changes } = await asked(args);
    expect(changes.totalCount).toBe(changes.nodes.length);
    return changes.nodes.map(line);
  };

  it('loads the story told three times', async () => {
    store = await open();
    await loadDossiers(store, threeTellings);
  });

  it('lists in order of time what may have changed, and how surely', async () => {
    expect(await lines(year2018)).toEqual([
      // One article ends it before the other begins it.
      '2018-03 BEGAN dan HOLDS_POSITION acme POSSIBLE',
      // About May, its source says.
      '2018-05~ BEGAN acme PARTNER_OF zed POSSIBLE',
      // Two articles disagree on the month and agree on the year.
      '2018-11 ENDED ann HOLDS_POSITION acme CERTAIN',
      '2018-11 HAPPENED departure CERTAIN',
      '../2019-07-24 HAPPENED talk POSSIBLE',
    ]);
  });

  it('is never certain of what sources date differently, unless all of their dates lie in the range', async () => {
    const founding = async (from: string, to: string) =>
      (
        await lines(
          `${range(from, to)} types: [FOUNDED], eventKinds: [FOUNDING], about: ["cid", "fay", "ann"]`,
        )
      ).filter((one) => one.includes('founding') || one.includes('cid'));
    // "2015" by the first, December 2015 by the second, January 2016 by the third.
    expect(await founding('2015-01-01', '2016-01-31')).toEqual([
      '2015-12 BEGAN cid FOUNDED acme CERTAIN',
      '2016-01 HAPPENED founding CERTAIN',
    ]);
    expect(await founding('2015-12-01', '2016-01-31')).toEqual([
      '2015-12 BEGAN cid FOUNDED acme CERTAIN',
      '2016-01 HAPPENED founding POSSIBLE',
    ]);
    expect(await founding('2016-01-01', '2016-01-31')).toEqual(['2016-01 HAPPENED founding POSSIBLE']);
    expect(await founding('2015-12-01', '2015-12-31')).toEqual([
      '2015-12 BEGAN cid FOUNDED acme CERTAIN',
      '2016-01 HAPPENED founding POSSIBLE',
    ]);
    expect(await founding('2014-01-01', '2015-12-15')).toEqual([
      '2015-12 BEGAN cid FOUNDED acme POSSIBLE',
      '2016-01 HAPPENED founding POSSIBLE',
    ]);
    // Between the two dates that are given lies no source's date.
    expect(await founding('2016-02-01', '2017-12-31')).toEqual([]);
  });

  it('knows what was known on a day, and no disagreement that came later', async () => {
    const year2015 = range('2015-01-01', '2015-12-31');
    expect(await lines(`${year2015}, reportedBy: "2017-06-29"`)).toEqual([]);
    expect(await lines(`${year2015}, reportedBy: "2017-06-30"`)).toEqual([
      '2015 BEGAN ann FOUNDED acme CERTAIN',
      '2015 BEGAN ann HOLDS_POSITION acme CERTAIN',
      '2015 HAPPENED founding CERTAIN',
    ]);
    expect(await lines(`${year2015}, reportedBy: "2020-01-01"`)).toEqual([
      '2015 BEGAN ann HOLDS_POSITION acme CERTAIN',
      '2015-12 BEGAN ann FOUNDED acme CERTAIN',
      '2015-12 BEGAN cid FOUNDED acme CERTAIN',
      '2015-12 HAPPENED founding CERTAIN',
      '../2019-07-24 HAPPENED talk POSSIBLE',
    ]);
    const now = [
      '2015 BEGAN ann HOLDS_POSITION acme CERTAIN',
      '2015-12 BEGAN cid FOUNDED acme CERTAIN',
      '2016-01 BEGAN ann FOUNDED acme POSSIBLE',
      '2016-01 HAPPENED founding POSSIBLE',
      '../2019-07-24 HAPPENED talk POSSIBLE',
    ];
    expect(await lines(`${year2015}, reportedBy: "2020-01-02"`)).toEqual(now);
    expect(await lines(year2015)).toEqual(now);
  });

  it('gives what changed as it was known, with whom it was known to be about', async () => {
    const { changes } = await asked(
      `${range('2015-01-01', '2015-12-31')}, reportedBy: "2017-07-01", kinds: [HAPPENED]`,
    );
    expect(changes.nodes).toMatchObject([
      { date: { edtf: '2015' }, event: { slug: 'founding' }, entities: [{ slug: 'ann' }, { slug: 'acme' }] },
    ]);
    const { changes: later } = await asked(`${range('2015-01-01', '2015-12-31')}, kinds: [HAPPENED]`);
    expect(later.nodes[0].entities.map(({ slug }: Data) => slug).sort()).toEqual([
      'acme',
      'ann',
      'cid',
      'fay',
    ]);
  });

  it('asks about entities: any of them, each change once, and nothing for unknown ones', async () => {
    expect(await lines(`${year2018}, about: ["zed"]`)).toEqual([
      '2018-05~ BEGAN acme PARTNER_OF zed POSSIBLE',
      '../2019-07-24 HAPPENED talk POSSIBLE',
    ]);
    expect(await lines(`${year2018}, about: ["zed", "acme", "zed", "nobody"]`)).toEqual(
      await lines(year2018),
    );
    expect(await lines(`${year2018}, about: ["nobody"]`)).toEqual([]);
    expect(await lines(`${year2018}, about: []`)).toEqual([]);
    // A participant is one from when it was reported.
    const founding = `${range('2015-01-01', '2016-12-31')}, eventKinds: [FOUNDING], kinds: [HAPPENED], about: ["cid"]`;
    expect(await lines(`${founding}, reportedBy: "2017-12-31"`)).toEqual([]);
    expect(await lines(`${founding}, reportedBy: "2019-12-31"`)).toEqual([
      '2015-12 HAPPENED founding CERTAIN',
    ]);
  });

  it('gives the same of one entity as `changes` about it', async () => {
    for (const slug of ['ann', 'acme', 'zed', 'eve'])
      for (const reportedBy of ['', ', reportedBy: "2019-07-24"']) {
        const args = `${range('2015-01-01', '2020-12-31')}${reportedBy}`;
        const { data, errors } = await ask(
          store,
          `{ entity(slug: "${slug}") { changes(${args}) { nodes { ${fields} } totalCount } } }`,
        );
        const { changes } = await asked(`${args}, about: ["${slug}"]`);
        expect([errors, data.entity.changes]).toEqual([[], changes]);
      }
  });

  it('filters by kind, type, kind of event and certainty; an empty list is none', async () => {
    const kinds = async (args: string) =>
      new Set((await lines(`${range('2015-01-01', '2020-12-31')}, ${args}`)).map((one) => one.split(' ')[1]));
    expect(await kinds('kinds: [BEGAN]')).toEqual(new Set(['BEGAN']));
    expect(await kinds('kinds: [ENDED, HAPPENED]')).toEqual(new Set(['ENDED', 'HAPPENED']));
    expect(await lines(`${year2018}, types: [PARTNER_OF], eventKinds: [STATEMENT]`)).toEqual([
      '2018-05~ BEGAN acme PARTNER_OF zed POSSIBLE',
      '../2019-07-24 HAPPENED talk POSSIBLE',
    ]);
    expect(await lines(`${year2018}, certainty: [CERTAIN]`)).toHaveLength(2);
    expect(await lines(`${year2018}, certainty: [NO]`)).toEqual([]);
    expect(await lines(`${year2018}, kinds: []`)).toEqual([]);
    expect(await lines(`${year2018}, types: [], eventKinds: []`)).toEqual([]);
    expect(await lines(`${year2018}, types: [], eventKinds: [STATEMENT]`)).toHaveLength(1);
  });

  it('counts by kind and certainty, adding up to totalCount', async () => {
    const { changes } = await asked(year2018, 'totalCount kinds { value count } certainties { value count }');
    expect(changes).toEqual({
      totalCount: 5,
      kinds: [
        { value: 'BEGAN', count: 2 },
        { value: 'HAPPENED', count: 2 },
        { value: 'ENDED', count: 1 },
      ],
      certainties: [
        { value: 'POSSIBLE', count: 3 },
        { value: 'CERTAIN', count: 2 },
      ],
    });
  });

  it('pages alike forwards, backwards and at once, in every order', async () => {
    const lists = [
      '',
      'orderBy: [{field: DATE, direction: DESC}]',
      'orderBy: [{field: KIND}]',
      'orderBy: [{field: KIND, direction: DESC}, {field: DATE, direction: DESC}]',
      'reportedBy: "2019-12-31"',
      'about: ["acme", "ann"]',
    ];
    for (const list of lists) {
      const args = `${range('2015-01-01', '2020-12-31')} ${list}`;
      const page = async (window: string) =>
        (
          await asked(
            `${args} ${window}`,
            `edges { cursor node { ${fields} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`,
          )
        ).changes;
      const whole = (await page('first: 100')).edges;
      const forwards: Data[] = [];
      for (let next = 'first: 3'; next !== ''; ) {
        const { edges, pageInfo } = await page(next);
        forwards.push(...edges);
        next = pageInfo.hasNextPage ? `first: 3, after: "${pageInfo.endCursor}"` : '';
      }
      const backwards: Data[] = [];
      for (let next = 'last: 2'; next !== ''; ) {
        const { edges, pageInfo } = await page(next);
        backwards.unshift(...edges);
        next = pageInfo.hasPreviousPage ? `last: 2, before: "${pageInfo.startCursor}"` : '';
      }
      expect(whole.length).toBeGreaterThan(5);
      expect(forwards).toEqual(whole);
      expect(backwards).toEqual(whole);
    }
  });

  it('takes the same few statements whatever the length of the list', async () => {
    const statements = async (args: string) =>
      (await asked(args, `nodes { ${fields} } totalCount kinds { value }`)).statements.sort();
    const counted = ['Query.changes', 'Query.changes.KIND', 'Query.changes.totalCount'];
    const facts = ['Entity.byId', 'Event.byId', 'Event.participants', 'Relationship.byId'];
    expect(await statements(range('2000-01-01', '2030-12-31'))).toEqual([...facts, ...counted].sort());
    expect(await statements(year2018)).toEqual([...facts, ...counted].sort());
    expect(await statements(range('2021-01-01', '2021-12-31'))).toEqual(counted);
    const then = await statements(`${year2018}, reportedBy: "2020-01-01"`);
    const known = ['Entity.byId', 'Event.asKnown', 'Event.participants', 'Relationship.asKnown'];
    expect(then).toEqual([...known, ...counted].sort());
  });

  it('answers for many entities in one statement', async () => {
    const { data, statements } = await ask(
      store,
      `{ entities { nodes { slug changes(${year2018}) { nodes { kind relationship { id } event { slug } } } } } }`,
    );
    expect(data.entities.nodes.length).toBeGreaterThan(6);
    expect(statements).toEqual(['Query.entities', 'Entity.changes', 'Relationship.byId', 'Event.byId']);
  });

  it.each([
    ['between: {from: "2018-01-01"}', /between\.to: is missing/],
    ['between: {to: "2018-01-01"}', /between\.from: is missing/],
    ['between: {}', /between\.from: is missing/],
    ['between: {from: "2018-02-01", to: "2018-01-01"}', /between: from 2018-02-01 lies after to 2018-01-01/],
    [`${year2018}, first: 101`, /first: must be from 0 to 100/],
    [`${year2018}, first: 1, last: 1`, /last: cannot stand beside first/],
    [`${year2018}, after: "x"`, /after: is not a cursor/],
  ])('refuses %s', async (args, message) => {
    const { errors, codes } = await ask(store, `{ changes(${args}) { totalCount nodes { kind } } }`);
    expect(errors).toEqual([expect.stringMatching(message)]);
    expect(codes).toEqual(['BAD_USER_INPUT']);
  });

  it('refuses more than 100 entities, and cursors of another list or order', async () => {
    const refused = async (args: string, message: RegExp) => {
      const { errors, codes } = await ask(
        store,
        `query($about: [String!]) { changes(${args}) { nodes { kind } } }`,
        {
          variables: { about: Array.from({ length: 101 }, (_, place) => `entity-${place}`) },
        },
      );
      expect([errors, codes]).toEqual([[expect.stringMatching(message)], ['BAD_USER_INPUT']]);
    };
    await refused(`${year2018}, about: $about`, /about: must have from 0 to 100 entries, not 101/);
    const { changes } = await asked(`${year2018}, first: 1`, 'pageInfo { endCursor }');
    const cursor = `after: "${changes.pageInfo.endCursor}"`;
    const message = [expect.stringMatching(/after: is a cursor of another list or order/)];
    const byKind = await ask(
      store,
      `{ changes(${year2018}, orderBy: [{field: KIND}], ${cursor}) { nodes { kind } } }`,
    );
    expect(byKind.errors).toEqual(message);
    const ofEntity = await ask(
      store,
      `{ entity(slug: "acme") { changes(${year2018}, ${cursor}) { nodes { kind } } } }`,
    );
    expect(ofEntity.errors).toEqual(message);
  });
});

describeOnEachEngine('changes on the article', (open) => {
  const between = range('2018-01-01', '2019-06-30');
  const surely = [
    '2018-02 ENDED elon-musk HOLDS_POSITION openai CERTAIN',
    '2018-02 HAPPENED elon-musk-leaves-openai-board CERTAIN',
    '2019-03 BEGAN openai-lp SUBSIDIARY_OF openai CERTAIN',
    '2019-03 BEGAN openai FOUNDED openai-lp CERTAIN',
    '2019-03 HAPPENED openai-lp-founding CERTAIN',
  ];

  it('finds what differs between the graph of 2018-01 and of 2019-06', async () => {
    const store = await open();
    await loadDossiers(store, await articleDossiers());
    const { data, errors } = await ask(store, `{ changes(${between}) { nodes { ${fields} } } }`);
    expect(errors).toEqual([]);
    const lines: string[] = data.changes.nodes.map(line);
    expect(lines.slice(0, 5)).toEqual(surely);
    // All else is only known to have happened by the day of the article.
    expect(lines.slice(5).every((one) => one.startsWith('../2019-07-24 ') && one.endsWith(' POSSIBLE'))).toBe(
      true,
    );
    expect(lines).toHaveLength(8);
  });

  it('is less sure where another article contradicts it, and surer where one says more', async () => {
    const store = await open();
    const board = { id: 'board-member', title: { en: 'Board member' } };
    const other = sketch({
      id: 'other',
      published: '2020-05-05',
      entities: [
        'elon-musk:Person',
        'openai:Organization',
        'openai-lp:Organization',
        'sam-altman:Person',
        'y-combinator:Organization',
      ],
      events: [
        {
          id: 'elon-musk-leaves-openai-board',
          kind: 'Departure',
          date: '2019-07-01',
          position: board,
          participants: { LEAVER: ['elon-musk'], ORGANIZATION: ['openai'] },
        },
        {
          id: 'sam-altman-leaves-y-combinator',
          kind: 'Departure',
          date: '2019-03-08',
          position: { id: 'ceo', title: { en: 'President' } },
          participants: { LEAVER: ['sam-altman'], ORGANIZATION: ['y-combinator'] },
        },
      ],
    });
    await loadDossiers(store, [...(await articleDossiers()), other]);
    const { data } = await ask(
      store,
      `{ changes(${between}) { nodes { ${fields} } } known: changes(${between}, reportedBy: "2020-05-04") { nodes { ${fields} } } }`,
    );
    expect(data.changes.nodes.map(line)).toEqual([
      '2019-03 BEGAN openai-lp SUBSIDIARY_OF openai CERTAIN',
      '2019-03 BEGAN openai FOUNDED openai-lp CERTAIN',
      '2019-03 HAPPENED openai-lp-founding CERTAIN',
      '2019-03-08 ENDED sam-altman HOLDS_POSITION y-combinator CERTAIN',
      '2019-03-08 HAPPENED sam-altman-leaves-y-combinator CERTAIN',
      '2019-07-01 ENDED elon-musk HOLDS_POSITION openai POSSIBLE',
      '2019-07-01 HAPPENED elon-musk-leaves-openai-board POSSIBLE',
      '../2019-07-24 HAPPENED sam-altman-statement-on-agi POSSIBLE',
    ]);
    expect(data.known.nodes.map(line).slice(0, 5)).toEqual(surely);
  });
});
