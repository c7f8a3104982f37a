import { setTimeout as pause } from 'node:timers/promises';
import { getIntrospectionQuery } from 'graphql';
import { pino } from 'pino';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { openEmbedded } from '../../src/graph/embedded.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { defaultLimits, type Limits } from '../../src/limits.ts';
import { schema as ownSchema } from '../../src/schema/index.ts';
import { tellOfBusy } from '../../src/server/busy-guard.ts';
import { clientOf } from '../../src/server/limits/client.ts';
import { createSpending } from '../../src/server/limits/spending.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { type RunningServer, startServer } from '../../src/server/start.ts';
import { sketch } from '../support/dossiers.ts';
import { loadedStore } from '../support/loaded-store.ts';
import { edge, holdAnswers, post, schema, store } from './support.ts';

const empty = loadedStore(
  async () => {
    const opened = await openEmbedded();
    await opened.ensureSchema();
    return opened;
  },
  () => [],
);

/** To who accepts nothing else, the protocol says mistakes by the status too. */
const strict = { accept: 'application/graphql-response+json' };

/** The edge around the schema of the service, with some limits set. */
async function limited(limits: Partial<Limits> = {}) {
  return edge({
    schema: ownSchema,
    store: await empty(),
    limits: { limits: { ...defaultLimits, ...limits }, proxies: 0 },
  });
}

async function answerTo(query: string, limits: Partial<Limits> = {}, variables?: unknown) {
  const response = await (await limited(limits)).fetch('/graphql', post({ query, variables }, strict));
  const { errors = [], extensions } = (await response.json()) as {
    errors?: { message: string; extensions: { code: string } }[];
    extensions?: { cost: { requested: number; limit?: number } };
  };
  return {
    status: response.status,
    codes: errors.map((error) => error.extensions.code),
    message: errors[0]?.message,
    cost: extensions?.cost,
  };
}

describe('a limit', () => {
  const nested = '{ entities(first: 2) { nodes { relationships(first: 3) { nodes { to { slug } } } } } }';
  const filter = 'query ($where: EntityFilter) { entities(where: $where) { totalCount } }';

  it.each<[limit: keyof Limits, most: number, query: string, code: string, variables?: unknown]>([
    ['depth', 6, nested, 'DEPTH_LIMIT_EXCEEDED'],
    ['cost', 18, nested, 'COST_LIMIT_EXCEEDED'],
    ['aliases', 2, '{ a: __typename b: __typename }', 'ALIASES_LIMIT_EXCEEDED'],
    ['directives', 2, '{ __typename @include(if: true) @skip(if: false) }', 'DIRECTIVES_LIMIT_EXCEEDED'],
    ['tokens', 6, '{ a: __typename __typename }', 'TOKENS_LIMIT_EXCEEDED'],
    ['values', 4, filter, 'VALUES_LIMIT_EXCEEDED', { where: { slugs: ['a', 'b'] } }],
  ])('of %s lets %i in, and no more', async (limit, most, query, code, variables) => {
    expect(await answerTo(query, { [limit]: most }, variables)).toMatchObject({ status: 200, codes: [] });
    const refused = await answerTo(query, { [limit]: most - 1 }, variables);
    expect(refused).toMatchObject({ status: 400, codes: [code] });
    expect(refused.message).toMatch(new RegExp(`${most - 1}`));
    expect(await answerTo(query, { [limit]: 0 }, variables)).toMatchObject({ status: 200, codes: [] });
  });

  it('of depth holds for what is too deep to be parsed', async () => {
    const query = `${'{ a '.repeat(20_000)}${'}'.repeat(20_000)}`;
    for (const tokens of [4_000, 0])
      expect((await answerTo(query, { tokens })).codes).toEqual([
        expect.stringMatching(/^(DEPTH|TOKENS)_LIMIT_EXCEEDED$/),
      ]);
  });

  it('of depth holds for values too', async () => {
    const deep = (depth: number): object => (depth === 0 ? {} : { not: deep(depth - 1) });
    expect(await answerTo(filter, {}, { where: deep(20) })).toMatchObject({ status: 200 });
    expect(await answerTo(filter, {}, { where: deep(40) })).toMatchObject({
      codes: ['VALUES_LIMIT_EXCEEDED'],
    });
  });
});

describe('cost', () => {
  it.each([
    ['{ __typename }', 0],
    ['{ entity(slug: "openai") { slug name } }', 2],
    // The connection, its ten rows, for each of them a connection and five rows.
    ['{ entities(first: 10) { nodes { relationships(first: 5) { nodes { type } } } } }', 72],
    ['{ entities { nodes { slug } } }', 22],
    ['{ nodes(ids: ["a", "b", "c"]) { id } }', 4],
    ['{ __type(name: "Person") { name fields { name } } }', 7],
    ['{ neighborhood(of: ["a"], first: null) { nodes { distance } } }', 2_102],
    [
      'query { ...f } fragment f on Query { ...g ...g } fragment g on Query { entity(slug: "a") { slug } }',
      2,
    ],
  ])('of %s is told with the answer', async (query, requested) => {
    expect((await answerTo(query)).cost).toEqual({ requested, limit: 50_000 });
  });

  it('is told without its limit where there is none', async () => {
    expect((await answerTo('{ __typename }', { cost: 0 })).cost).toEqual({ requested: 0 });
  });

  it('counts what variables ask for', async () => {
    const query = 'query ($n: Int) { entities(first: $n) { nodes { slug } } }';
    expect([
      (await answerTo(query, {}, { n: 100 })).cost,
      (await answerTo(query, {}, { n: 1 })).cost,
    ]).toEqual([
      { requested: 102, limit: 50_000 },
      { requested: 3, limit: 50_000 },
    ]);
  });

  it('of the schema itself lets a playground ask for it, and nobody for many of it at once', async () => {
    const { cost } = await answerTo(getIntrospectionQuery());
    expect(cost?.requested).toBeGreaterThan(1_000);
    expect(cost?.requested).toBeLessThan(40_000);
    const many = (count: number, text: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => text(index)).join(' ');
    const types = many(8, (index) => `t${index}: types { fields { name type { name } } }`);
    const query = `{ ${many(8, (index) => `s${index}: __schema { ${types} }`)} }`;
    expect(await answerTo(query)).toMatchObject({ status: 400, codes: ['COST_LIMIT_EXCEEDED'] });
  });

  it('is soon told of fragments that double at every step', async () => {
    const links = Array.from(
      { length: 60 },
      (_, index) => `fragment f${index} on Entity {
      a: relationships(first: 1) { nodes { to { ...f${index + 1} } } } b: relationships(first: 1) { nodes { to { ...f${index + 1} } } } }`,
    );
    const query = `{ entities(first: 0) { nodes { ...f0 } } } ${links.join(' ')} fragment f60 on Entity { slug }`;
    const limits = { depth: 0, aliases: 0 };
    const began = performance.now();
    expect(await answerTo(query, limits)).toMatchObject({ status: 400, codes: ['COST_LIMIT_EXCEEDED'] });
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('a client', () => {
  it('may spend so much a minute, and hears when it may go on', async () => {
    const { fetch } = await limited({ rate: 5 });
    const ask = () => fetch('/graphql', post({ query: '{ entity(slug: "a") { slug } }' }));
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
  });

  it('is not told to wait for what no minute has room for', async () => {
    const { fetch } = await limited({ rate: 5 });
    const refused = await fetch('/graphql', post({ query: '{ entities(first: 50) { nodes { slug } } }' }));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, null]);
    expect(await refused.json()).toMatchObject({
      errors: [{ message: expect.stringMatching(/smaller pages/) }],
    });
  });

  it('begins anew with every minute, whatever the clock does', () => {
    let now = 1_000_000;
    const { spend } = createSpending(10, () => now);
    expect([spend('a', 6), spend('a', 6), spend('b', 10), spend('a', 4)]).toEqual([
      undefined,
      60,
      undefined,
      undefined,
    ]);
    now += 59_999;
    expect(spend('a', 1)).toBe(1);
    now += 1;
    expect(spend('a', 10)).toBeUndefined();
    now -= 3_600_000;
    expect([spend('a', 10), spend('a', 1)]).toEqual([undefined, 60]);
  });

  const from = (remoteAddress: string, forwarded?: string) =>
    ({
      req: { socket: { remoteAddress }, headers: forwarded ? { 'x-forwarded-for': forwarded } : {} },
    }) as never;

  it.each([
    ['its address', from('203.0.113.7', '198.51.100.1'), 0, '203.0.113.7'],
    ['what its proxy says', from('10.0.0.1', '1.1.1.1, 198.51.100.1'), 1, '198.51.100.1'],
    [
      'what the outer of two proxies says',
      from('10.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.2'),
      2,
      '198.51.100.1',
    ],
    ['its proxy, where that says nothing', from('10.0.0.1'), 1, '10.0.0.1'],
    ['its network', from('2001:db8:1:2:3:4:5:6'), 0, '2001:db8:1:2'],
    ['its network, written short', from('2001:db8::6'), 0, '2001:db8:0:0'],
    ['an address of old written as a new one', from('::ffff:203.0.113.7'), 0, '203.0.113.7'],
    [
      'an address without the port that its proxy adds',
      from('10.0.0.1', '198.51.100.1:4711'),
      1,
      '198.51.100.1',
    ],
    ['a new address without that port', from('10.0.0.1', '[2001:db8::6]:4711'), 1, '2001:db8:0:0'],
    ['nobody known', {}, 0, 'unknown'],
  ])('is known by %s', (_by, context, proxies, client) => {
    expect(clientOf(context, proxies)).toBe(client);
  });
});

describe('time', () => {
  it('is what is left of the request, for each of its statements', async () => {
    const given: (number | undefined)[] = [];
    const graph = await openEmbedded();
    onTestFinished(() => graph.close());
    await graph.ensureSchema();
    await loadDossiers(graph, [sketch({ entities: ['ada:Person', 'bob:Person'] })]);
    const slow: GraphStore = {
      ...graph,
      read: async (statement, params, options) => {
        given.push(options?.timeoutMs);
        await pause(30);
        return graph.read(statement, params, options);
      },
    };
    const { fetch } = edge({
      schema: ownSchema,
      store: slow,
      limits: { limits: { ...defaultLimits, seconds: 7 }, proxies: 0 },
    });
    // Who is there is read first, then how well connected they are.
    const query = '{ neighborhood(of: ["ada", "bob"]) { nodes { degree } } }';
    expect(await (await fetch('/graphql', post({ query }))).json()).toMatchObject({
      data: { neighborhood: { nodes: [{ degree: 0 }, { degree: 0 }] } },
    });
    const [first = 0, second = 0] = given;
    expect(first).toBeLessThanOrEqual(7_000);
    expect(second).toBeGreaterThan(6_000);
    expect(second).toBeLessThanOrEqual(first - 25);
  });
});

describe('a busy service', () => {
  const running: RunningServer[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.stop()));
  });

  let metrics = createMetrics();
  const lines: unknown[] = [];

  async function start(limits: Partial<Limits>) {
    metrics = createMetrics();
    const logger = pino({}, { write: (line) => void lines.push(JSON.parse(line)) });
    const config = { host: '127.0.0.1', port: 0 };
    const server = await startServer({
      schema,
      store,
      logger,
      metrics,
      config,
      limits: { limits: { ...defaultLimits, ...limits }, proxies: 0 },
    });
    running.push(server);
    return server.url;
  }

  it('turns away whoever is too many, at once, and lets them in when others are done', async () => {
    const url = await start({ concurrent: 2 });
    const { release } = holdAnswers();
    const ask = () => fetch(`${url}/graphql`, post({ query: '{ held }' }));
    let turnedAway = 0;
    const asked = [ask(), ask(), ask(), ask()].map(async (answer) => {
      const { status } = await answer;
      if (status === 503) turnedAway += 1;
      if (turnedAway === 2) release();
      return answer;
    });
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 503, 503]);
    const turned = answers.find(({ status }) => status === 503);
    expect(turned?.headers.get('retry-after')).toBe('1');
    expect(await turned?.json()).toMatchObject({ errors: [{ extensions: { code: 'BUSY' } }] });
    expect((await ask()).status).toBe(200);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(await metrics.registry.metrics()).toContain('throughline_turned_away_total 2');
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'busy', turnedAway: 1 }));
  });

  it('tells the log of those turned away once a second, however many', () => {
    const told: number[] = [];
    let now = 0;
    const busy = tellOfBusy(
      (turnedAway) => told.push(turnedAway),
      () => now,
    );
    for (const time of [0, 1, 999, 1_000, 1_500, 2_100]) {
      now = time;
      busy();
    }
    expect(told).toEqual([1, 3, 2]);
  });

  it('forgets those who went away', async () => {
    const url = await start({ concurrent: 1 });
    for (let turn = 0; turn < 3; turn += 1) {
      const gone = new AbortController();
      const asked = fetch(`${url}/graphql`, { ...post({ query: '{ slow }' }), signal: gone.signal });
      await pause(50);
      gone.abort();
      await expect(asked).rejects.toThrow('abort');
      await pause(50);
    }
    expect((await fetch(`${url}/graphql`, post({ query: '{ ok }' }))).status).toBe(200);
  });

  it('answers each of a thousand clients at once, or turns it away', async () => {
    const url = await start({});
    const asked = Array.from({ length: 1_000 }, () => fetch(`${url}/graphql`, post({ query: '{ ok }' })));
    const statuses = new Set((await Promise.all(asked)).map(({ status }) => status));
    expect([...statuses].filter((status) => status !== 503)).toEqual([200]);
  }, 60_000);

  it('tells browsers to take nothing for what it is not, on every answer', async () => {
    const url = await start({});
    const page = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });
    const answers = [
      await fetch(`${url}/graphql`, post({ query: '{ ok }' })),
      await fetch(`${url}/nothing`),
      await fetch(`${url}/health`),
      page,
    ];
    for (const { headers } of answers) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  });
});

describe('the schema', () => {
  const messageOf = async (query: string, telling: { introspection: boolean; suggestions: boolean }) => {
    const response = await edge({ telling }).fetch('/graphql', post({ query }));
    return ((await response.json()) as { errors?: { message: string }[] }).errors?.[0]?.message;
  };

  it('is told to those who ask, unless it is kept', async () => {
    const query = '{ __schema { queryType { name } } }';
    expect(await messageOf(query, { introspection: true, suggestions: true })).toBeUndefined();
    expect(await messageOf(query, { introspection: false, suggestions: true })).toContain('introspection');
    expect(await messageOf('{ __typename }', { introspection: false, suggestions: true })).toBeUndefined();
  });

  it('is hinted at where a name is wrong, unless it is kept', async () => {
    const wrong = 'Cannot query field "langage" on type "Query".';
    expect(await messageOf('{ langage }', { introspection: true, suggestions: true })).toBe(
      `${wrong} Did you mean "language"?`,
    );
    expect(await messageOf('{ langage }', { introspection: true, suggestions: false })).toBe(wrong);
    const ofVariable = async (suggestions: boolean) => {
      const { fetch } = edge({ schema: ownSchema, telling: { introspection: true, suggestions } });
      const query = 'query ($kinds: [EntityKind!]) { entities(kinds: $kinds) { totalCount } }';
      return (await fetch('/graphql', post({ query, variables: { kinds: ['PERSN'] } }))).text();
    };
    expect(await ofVariable(true)).toContain('PERSON');
    expect(await ofVariable(false)).not.toContain('PERSON');
  });

  it('has no mutations and no subscriptions, and says so', async () => {
    const all = { introspection: true, suggestions: true };
    expect(await messageOf('mutation { x }', all)).toBe('The schema has no mutations.');
    expect(await messageOf('subscription { x }', all)).toBe('The schema has no subscriptions.');
  });
});

describe('a form of another site', () => {
  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'TEXT/PLAIN',
  ])('cannot ask anything: %s', async (type) => {
    const response = await edge().fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': type },
      body: 'query=%7Bok%7D',
    });
    expect([response.status, await response.json()]).toMatchObject([
      415,
      { errors: [{ extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }] },
    ]);
  });
});
