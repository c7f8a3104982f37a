import { expect, it } from 'vitest';
import { describeOnEachEngine } from '../engines.ts';
import { ask, type Data } from '../support/ask.ts';
import { articleStore } from '../support/loaded-store.ts';

const args = 'first: $first, after: $after, last: $last, before: $before';
const page = 'totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const head = 'query ($first: Int, $after: String, $last: Int, $before: String)';

/** Every connection of the contract over the article, as the field that gives it and the path to its answer. */
const connections: readonly (readonly [path: string, field: string])[] = [
  ['entities', `entities(${args}) { ${page} }`],
  ['events', `events(${args}) { ${page} }`],
  ['timeline', `timeline(${args}) { ${page} }`],
  ['articles', `articles(${args}) { ${page} }`],
  ['changes', `changes(between: {from: "2000-01-01", to: "2020-01-01"}, ${args}) { ${page} }`],
  ['facts', `facts(sources: SINGLE, ${args}) { ${page} }`],
  ['search', `search(text: "ai", ${args}) { ${page} }`],
  ['it.relationships', `it: entity(slug: "openai") { relationships(${args}) { ${page} } }`],
  ['it.timeline', `it: entity(slug: "openai") { timeline(${args}) { ${page} } }`],
  ['it.citations', `it: entity(slug: "openai") { citations(${args}) { ${page} } }`],
  ['it.descriptions', `it: entity(slug: "openai") { descriptions(${args}) { ${page} } }`],
  ['it.people', `it: organization(slug: "openai") { people(${args}) { ${page} } }`],
  ['it.passages', `it: article(slug: "ciokorea-126908") { passages(${args}) { ${page} } }`],
  ['it.supports', `it: article(slug: "ciokorea-126908") { supports(${args}) { ${page} } }`],
  ['it.parts', `it: event(slug: "microsoft-openai-partnership") { parts(${args}) { ${page} } }`],
  [
    'it.relationships.nodes.0.citations',
    `it: entity(slug: "openai") { relationships(first: 1, where: {types: [PARTNER_OF]}) { nodes { citations(${args}) { ${page} } } } }`,
  ],
];

type Window = { first?: number; after?: string | null; last?: number; before?: string | null };

describeOnEachEngine('connections', (open) => {
  const ready = articleStore(open);

  async function read(path: string, field: string, variables: Window): Promise<Data> {
    const { data, errors } = await ask(await ready(), `${head} { ${field} }`, { variables });
    expect([path, errors]).toEqual([path, []]);
    return path.split('.').reduce((value, step) => value[step], data);
  }

  it.each(connections)('%s gives the same rows from both ends', async (path, field) => {
    const cursors = ({ edges }: Data) => edges.map(({ cursor }: { cursor: string }) => cursor);
    const whole = await read(path, field, { first: 100 });
    const size = Math.max(1, Math.ceil(cursors(whole).length / 3));
    expect(whole.pageInfo).toMatchObject({ hasNextPage: whole.totalCount > 100, hasPreviousPage: false });
    expect(cursors(whole).length).toBe(Math.min(100, whole.totalCount));
    expect(whole.totalCount).toBeGreaterThan(0);

    const forwards: string[] = [];
    for (let after: string | null = null; forwards.length < cursors(whole).length; ) {
      const part: Data = await read(path, field, { first: size, after });
      expect(part.pageInfo.hasPreviousPage).toBe(forwards.length > 0);
      forwards.push(...cursors(part));
      expect(part.pageInfo.hasNextPage).toBe(forwards.length < whole.totalCount);
      after = part.pageInfo.endCursor;
    }
    expect(forwards.slice(0, cursors(whole).length)).toEqual(cursors(whole));

    const backwards: string[] = [];
    for (let before: string | null = null; backwards.length < whole.totalCount; ) {
      const part: Data = await read(path, field, { last: size, before });
      backwards.unshift(...cursors(part));
      expect(part.pageInfo.hasPreviousPage).toBe(backwards.length < whole.totalCount);
      before = part.pageInfo.startCursor;
    }
    expect(backwards.slice(0, cursors(whole).length)).toEqual(cursors(whole));

    const none = await read(path, field, { first: 0 });
    expect([none.edges, none.pageInfo.hasNextPage]).toEqual([[], true]);
  });

  it.each(connections)('%s refuses arguments that make no page, naming them', async (_, field) => {
    const store = await ready();
    const elsewhere = Buffer.from(JSON.stringify(['Query.nowhere NAME', 'x'])).toString('base64url');
    const bad: readonly (readonly [Window, RegExp])[] = [
      [{ first: 1, last: 1 }, /^last: cannot stand beside first/],
      [{ first: -1 }, /^first: must be from 0 to 100, not -1/],
      [{ first: 101 }, /^first: must be from 0 to 100, not 101/],
      [{ last: 101 }, /^last: must be from 0 to 100, not 101/],
      [{ after: '' }, /^after: is not a cursor/],
      [{ after: 'rubbish!' }, /^after: is not a cursor/],
      [{ before: elsewhere }, /^before: is a cursor of another list or order/],
      [{ after: `${elsewhere}=` }, /^after: is not a cursor/],
    ];
    for (const [variables, message] of bad) {
      const { errors, codes } = await ask(store, `${head} { ${field} }`, { variables });
      expect([variables, errors[0], codes[0]]).toEqual([
        variables,
        expect.stringMatching(message),
        'BAD_USER_INPUT',
      ]);
    }
  });

  it('refuses a cursor of another order', async () => {
    const store = await ready();
    const query = (order: string) =>
      `query ($after: String) { entities(first: 2, after: $after, orderBy: [${order}]) { pageInfo { endCursor } } }`;
    const after = (await ask(store, query('{field: NAME}'))).data.entities.pageInfo.endCursor;
    for (const order of ['{field: NAME, direction: DESC}', '{field: SLUG}', '{field: KIND}, {field: NAME}']) {
      const { errors } = await ask(store, query(order), { variables: { after } });
      expect(errors[0]).toMatch(/^after: is a cursor of another list or order/);
    }
  });
});
