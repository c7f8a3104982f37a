import { expect, it } from 'vitest';
import { describeOnEachEngine } from '../engines.ts';
import { ask } from '../support/ask.ts';
import { articleStore } from '../support/loaded-store.ts';

const id = (text: string) => Buffer.from(text).toString('base64url');

/** One thing of every sort that has an address, by a query that gives its id. */
const addressed: readonly (readonly [typeName: string, query: string])[] = [
  ['Person', '{ it: person(slug: "elon-musk") { __typename id } }'],
  ['Organization', '{ it: organization(slug: "openai") { __typename id } }'],
  ['Product', '{ it: product(slug: "azure") { __typename id } }'],
  ['Concept', '{ it: concept(slug: "agi") { __typename id } }'],
  ['Founding', '{ it: event(slug: "openai-founding") { __typename id } }'],
  ['Investment', '{ it: event(slug: "microsoft-invests-in-openai") { __typename id } }'],
  ['Article', '{ it: article(slug: "ciokorea-126908") { __typename id } }'],
  [
    'Passage',
    '{ a: article(slug: "ciokorea-126908") { passages(first: 1) { it: nodes { __typename id } } } }',
  ],
  [
    'Description',
    '{ a: organization(slug: "openai") { descriptions(first: 1) { it: nodes { __typename id } } } }',
  ],
  [
    'Relationship',
    '{ a: organization(slug: "openai") { relationships(first: 1) { it: nodes { __typename id } } } }',
  ],
];

describeOnEachEngine('nodes', (open) => {
  const ready = articleStore(open);

  it.each(addressed)('%s is found again by its id', async (typeName, query) => {
    const store = await ready();
    const { data } = await ask(store, query);
    const it = data.it ?? Object.values<{ it: object[] }>(Object.values<object>(data)[0] as never)[0]?.it[0];
    expect(it).toMatchObject({ __typename: typeName });
    const again = await ask(store, 'query ($id: ID!) { node(id: $id) { __typename id } }', {
      variables: { id: it.id },
    });
    expect(again.data.node).toEqual(it);
  });

  it('gives null for what is not there, and for an id that names the wrong kind', async () => {
    const { data, errors } = await ask(
      await ready(),
      `{ nodes(ids: ["${id('Person:nobody')}", "${id('Person:openai')}", "${id('Organization:openai')}"]) { __typename } }`,
    );
    expect(errors).toEqual([]);
    expect(data.nodes).toEqual([null, null, { __typename: 'Organization' }]);
  });

  it('refuses what is no id, and too many of them, naming the argument', async () => {
    const store = await ready();
    for (const bad of ['', '!!', id('Nothing:openai'), id('openai'), id('Person:')]) {
      const { codes, errors } = await ask(store, 'query ($id: ID!) { node(id: $id) { id } }', {
        variables: { id: bad },
      });
      expect([bad, codes, errors[0]]).toEqual([
        bad,
        ['BAD_USER_INPUT'],
        expect.stringMatching(/^id: ".*" is not an id/),
      ]);
    }
    const ids = Array.from({ length: 101 }, () => id('Person:elon-musk'));
    const { errors } = await ask(store, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      variables: { ids },
    });
    expect(errors[0]).toBe('ids: at most 100 at a time, not 101');
  });

  it('gives null for an unknown slug and for one of another kind', async () => {
    const { data, errors } = await ask(
      await ready(),
      `{ person(slug: "openai") { id } organization(slug: "nobody") { id } entity(slug: "openai-founding") { id }
         event(slug: "openai") { id } article(slug: "x") { id } entity2: entity(slug: "openai") { __typename } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      person: null,
      organization: null,
      entity: null,
      event: null,
      article: null,
      entity2: { __typename: 'Organization' },
    });
  });

  it('reaches where an article was shared, and the article from there', async () => {
    const { data } = await ask(
      await ready(),
      `{ article(slug: "ciokorea-126908") { republications { date { edtf } ... on Publication {
         republishers { slug: name } article { slug } } } } }`,
    );
    expect(data.article.republications).toEqual([
      {
        date: { edtf: '2019-07-25' },
        republishers: [{ slug: 'Open UP' }],
        article: { slug: 'ciokorea-126908' },
      },
    ]);
  });

  it('answers in the language asked for, else in the request’s', async () => {
    const store = await ready();
    const query = '{ person(slug: "elon-musk") { name ko: name(language: KO) en: name(language: EN) } }';
    const names = { ko: '일론 머스크', en: 'Elon Musk' };
    expect((await ask(store, query, { language: 'KO' })).data.person).toEqual({ name: names.ko, ...names });
    expect((await ask(store, query, { language: 'EN' })).data.person).toEqual({ name: names.en, ...names });
  });
});
