import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Context } from '../../src/context.ts';
import { coalescing } from '../../src/graph/coalesce.ts';
import { openEmbedded } from '../../src/graph/embedded.ts';
import { followed } from '../../src/graph/follow.ts';
import { nextRevision } from '../../src/graph/statements/load.ts';
import type { Statement } from '../../src/graph/store.ts';
import { createCache } from '../../src/server/answers/cache.ts';
import { readEdition } from '../../src/server/answers/edition.ts';
import type { AnswerOptions } from '../../src/server/answers/plugin.ts';
import { startServer } from '../../src/server/start.ts';
import { edge, schema as failing, post, store } from './support.ts';

type Resolve = (args: Record<string, unknown>, context: Context) => unknown;

/** An edge that keeps answers of a schema which counts how often it is asked. */
function keeping(answers: Partial<AnswerOptions> = {}) {
  const calls: string[] = [];
  const asked =
    (name: string, resolve: Resolve) => (_: unknown, args: Record<string, unknown>, context: Context) => {
      calls.push(name);
      return resolve(args, context);
    };
  const schema = buildSchema(`
    input Span { from: Int to: Int }
    type Query { ok: String echo(text: String, span: Span): String language: String }
    type Mutation { change: String }
  `);
  const { ok, echo, language } = schema.getQueryType()?.getFields() ?? {};
  const { change } = schema.getMutationType()?.getFields() ?? {};
  if (!ok || !echo || !language || !change) throw new Error('no field');
  ok.resolve = asked('ok', () => 'yes');
  echo.resolve = asked('echo', ({ text, span }) => JSON.stringify([text, span]));
  language.resolve = asked('language', (_args, context) => context.language);
  change.resolve = asked('change', () => 'done');
  const graph: { state: string | null } = { state: 'one' };
  const options = { state: async () => graph.state, edition: 'e', cacheBytes: 10_000, ...answers };
  return { ...edge({ schema, answers: options }), calls, graph };
}

const tagOf = (response: Response) => response.headers.get('etag') ?? 'none';

describe('an answer that is kept', () => {
  it('is given again without asking, the same in all but the request id', async () => {
    const { fetch, calls, lines } = keeping();
    const asked = post({ query: 'query Named { ok }' });
    const [first, second] = [await fetch('/graphql', asked), await fetch('/graphql', asked)];
    expect(await second.text()).toBe(await first.text());
    const headers = (response: Response) =>
      Object.fromEntries([...response.headers].filter(([name]) => name !== 'x-request-id'));
    expect(headers(second)).toEqual(headers(first));
    expect(headers(first)).toMatchObject({
      etag: expect.stringMatching(/^"[\w-]{43}"$/),
      'cache-control': 'public, max-age=0, must-revalidate',
      vary: 'accept, accept-language',
    });
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
    expect(calls).toEqual(['ok']);
    expect(lines).toMatchObject([{ operation: 'Named' }, { operation: 'Named', cached: true }]);
    expect(lines[0]).not.toHaveProperty('cached');
  });

  it('serves POST and GET, and variables in any order', async () => {
    const { fetch, calls } = keeping();
    const query = 'query ($t: String, $s: Span) { echo(text: $t, span: $s) }';
    const said = [
      { t: 'x', s: { from: 1, to: 2 } },
      { s: { to: 2, from: 1 }, t: 'x' },
    ];
    for (const variables of said) await fetch('/graphql', post({ query, variables }));
    const search = new URLSearchParams({ query, variables: JSON.stringify(said[0]) });
    expect(await (await fetch(`/graphql?${search}`)).json()).toMatchObject({
      data: { echo: '["x",{"from":1,"to":2}]' },
    });
    expect(calls).toHaveLength(1);
  });

  it.each<[string, [object, Record<string, string>?], [object, Record<string, string>?]]>([
    ['language', [{ query: '{ language }' }], [{ query: '{ language }' }, { 'accept-language': 'ko' }]],
    ['form', [{ query: '{ ok }' }], [{ query: '{ ok }' }, { accept: 'application/graphql-response+json' }]],
    ['document', [{ query: '{ ok }' }], [{ query: '{ ok  }' }]],
    [
      'operation',
      [{ query: 'query A { ok } query B { language }', operationName: 'A' }],
      [{ query: 'query A { ok } query B { language }', operationName: 'B' }],
    ],
    [
      'variables',
      [{ query: 'query ($t: String) { echo(text: $t) }', variables: { t: '1' } }],
      [{ query: 'query ($t: String) { echo(text: $t) }', variables: { t: ['1'] } }],
    ],
  ])('is not given for another %s', async (_what, one, other) => {
    const { fetch, calls } = keeping();
    const tags = [];
    for (const [body, headers] of [one, other])
      tags.push(tagOf(await fetch('/graphql', post(body, headers))));
    expect(new Set(tags).size).toBe(2);
    expect(calls.length).toBeLessThanOrEqual(2);
    await fetch('/graphql', post(...one));
    expect(calls.length).toBeLessThanOrEqual(2);
  });

  it('is not given in another state of the graph, nor while that is not known', async () => {
    const { fetch, calls, graph } = keeping();
    const ask = () => fetch('/graphql', post({ query: '{ ok }' }));
    const first = await ask();
    graph.state = 'two';
    expect(tagOf(await ask())).not.toBe(tagOf(first));
    graph.state = null;
    expect(tagOf(await ask())).toBe('none');
    expect(calls).toHaveLength(3);
  });

  it('is not given by other code', async () => {
    const ask = async (edition: string) =>
      tagOf(await keeping({ edition }).fetch('/graphql', post({ query: '{ ok }' })));
    expect(await ask('e')).not.toBe(await ask('f'));
    expect(await readEdition()).toBe(await readEdition());
  });

  it.each([
    ['too large', { 'content-length': '1000001' }, 413],
    ['not JSON by its type', { 'content-type': 'text/plain' }, 415],
    ['asking for what is not served', { accept: 'image/png' }, 406],
  ])('is not given to a request that is %s', async (_what, headers, status) => {
    const { fetch } = keeping();
    await fetch('/graphql', post({ query: '{ ok }' }));
    expect((await fetch('/graphql', post({ query: '{ ok }' }, headers))).status).toBe(status);
  });

  it('is not given to HEAD, to a batch, or with parameters nobody knows', async () => {
    const { fetch } = keeping();
    await fetch('/graphql', post({ query: '{ ok }' }));
    expect((await fetch('/graphql?query={ok}', { method: 'HEAD' })).status).toBe(405);
    expect((await fetch('/graphql', post([{ query: '{ ok }' }]))).status).toBe(400);
    expect((await fetch('/graphql', post({ query: '{ ok }', other: 1 }))).status).toBe(400);
  });

  it('is one in which nothing failed', async () => {
    const answers = { state: async () => 'one', edition: 'e', cacheBytes: 10_000 };
    const { fetch } = edge({ schema: failing, answers });
    const bad = [
      '{ ok unexpected }',
      '{ outage }',
      '{ needed }',
      '{ nope }',
      '{',
      '{ refused }',
      'query A { ok } query B { ok }',
    ];
    for (const query of bad)
      expect([query, tagOf(await fetch('/graphql', post({ query })))]).toEqual([query, 'none']);
    expect(tagOf(await fetch('/graphql', post({ query: '{ ok }' })))).not.toBe('none');
  });

  it('answers a query, never a mutation', async () => {
    const { fetch, calls } = keeping();
    const ask = () => fetch('/graphql', post({ query: 'mutation { change }' }));
    expect([tagOf(await ask()), tagOf(await ask())]).toEqual(['none', 'none']);
    expect(calls).toEqual(['change', 'change']);
  });

  it('is not asked for with variables too deep to walk', async () => {
    const { fetch } = keeping();
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const response = await fetch('/graphql', post(`{"query":"{ ok }","variables":{"d":${deep}}}`));
    expect([response.status, tagOf(response)]).toEqual([200, 'none']);
  });
});

describe('a tag that is sent back', () => {
  it.each(['{tag}', 'W/{tag}', '"other", {tag}'])(
    'as %s gives 304 and no body, without asking',
    async (form) => {
      const { fetch, calls, lines } = keeping({ cacheBytes: 0 });
      const tag = tagOf(await fetch('/graphql', post({ query: '{ ok }' })));
      const again = { 'if-none-match': form.replace('{tag}', tag), 'x-request-id': 'again' };
      for (const response of [
        await fetch('/graphql', post({ query: '{ ok }', operationName: null }, again)),
        await fetch('/graphql?query={ ok }', { headers: again }),
      ]) {
        expect([response.status, await response.text(), tagOf(response)]).toEqual([304, '', tag]);
        expect(response.headers.get('x-request-id')).toBe('again');
      }
      expect(calls).toEqual(['ok']);
      expect(lines.slice(1)).toMatchObject([
        { status: 304, cached: true },
        { status: 304, cached: true },
      ]);
    },
  );

  it.each(['*', '"other"', ''])('as %j is asked for as ever', async (header) => {
    const { fetch } = keeping();
    for (let time = 0; time < 2; time += 1) {
      const response = await fetch('/graphql', post({ query: '{ ok }' }, { 'if-none-match': header }));
      expect([response.status, await response.json()]).toEqual([
        200,
        { data: { ok: 'yes' }, extensions: { cost: { requested: 1, limit: 50_000 } } },
      ]);
    }
  });

  it('holds no longer than the state of the graph', async () => {
    const { fetch, graph } = keeping();
    const tag = tagOf(await fetch('/graphql', post({ query: '{ ok }' })));
    graph.state = 'two';
    expect((await fetch('/graphql', post({ query: '{ ok }' }, { 'if-none-match': tag }))).status).toBe(200);
  });
});

describe('the cache', () => {
  it('keeps nothing where it has no room', async () => {
    const { fetch, calls } = keeping({ cacheBytes: 0 });
    for (let time = 0; time < 3; time += 1) await fetch('/graphql', post({ query: '{ ok }' }));
    expect(calls).toHaveLength(3);
  });

  it('never holds more bytes than it may, and lets go first of what was not asked for the longest', () => {
    const cache = createCache<string>(3_000);
    for (const key of ['a', 'b', 'c']) cache.set(key, key, 500);
    cache.get('a');
    cache.set('d', 'd', 500);
    expect(['a', 'b', 'c', 'd'].map(cache.get)).toEqual(['a', undefined, 'c', 'd']);
    cache.set('huge', 'huge', 3_000);
    expect([cache.get('huge'), cache.get('a')]).toEqual([undefined, 'a']);
    cache.set('a', 'A', 2_400);
    expect(['a', 'c', 'd'].map(cache.get)).toEqual(['A', undefined, undefined]);
  });

  it('gives over the wire what was given first', async () => {
    const { logger } = edge();
    const answers = { state: async () => 'one', edition: 'e', cacheBytes: 10_000 };
    const config = { host: '127.0.0.1', port: 0 };
    const server = await startServer({ schema: failing, store, logger, config, answers });
    const ask = async (headers = {}) => {
      const response = await fetch(
        `${server.url}/graphql`,
        post({ query: '{ echo(day: "하루 ☀") }' }, headers),
      );
      return [
        response.status,
        response.headers.get('content-length'),
        await response.text(),
        tagOf(response),
      ];
    };
    const first = await ask();
    expect(first[2]).toBe('{"data":{"echo":"하루 ☀"},"extensions":{"cost":{"requested":1,"limit":50000}}}');
    expect(await ask()).toEqual(first);
    expect(await ask({ 'if-none-match': first[3] })).toEqual([304, null, '', first[3]]);
    await server.stop();
  });
});

describe('the form of an answer', () => {
  it.each([
    undefined,
    '*/*',
    'application/json',
    'application/graphql-response+json',
    'application/graphql-response+json, application/json;q=0.9',
    'application/json, application/graphql-response+json',
    'text/html, application/*;q=0.5',
    'TEXT/HTML, Application/JSON; charset=utf-8',
    'application/json; charset=latin1, */*',
    'multipart/mixed, application/json',
    'text/event-stream',
    'image/png',
  ])('is what yoga makes of the Accept header %j', async (accept) => {
    const { fetch } = edge();
    // Yoga sends what has errors.
    const [clean, failed] = await Promise.all(
      ['{ ok }', '{ ok unexpected }'].map((query) =>
        fetch('/graphql', post({ query }, accept === undefined ? {} : { accept })),
      ),
    );
    expect(clean?.headers.get('content-type')).toBe(failed?.headers.get('content-type'));
    expect(clean?.status).toBe(failed?.status);
  });
});

const ids: Statement<{ id: string }> = {
  name: 'test.ids',
  text: 'MATCH (n:Thing) RETURN n.id AS id',
  row: z.object({ id: z.string() }).parse,
};
const create: Statement = { name: 'test.create', text: 'CREATE (n:Thing {id: $id})', row: z.unknown().parse };

describe('what is read after a write', () => {
  const opened = openEmbedded();
  afterAll(async () => (await opened).close());

  it('never is as it was before it, however reads and writes fall together', async () => {
    const engine = await opened;
    const graph = followed(coalescing(engine));
    const schema = buildSchema('type Query { count: Int }');
    const count = schema.getQueryType()?.getFields().count;
    if (count) count.resolve = async () => (await graph.read(ids, {})).length;
    const answers = { state: graph.state, edition: 'e', cacheBytes: 100_000 };
    const { fetch } = edge({ schema, store: graph, answers });
    let held = { tag: 'none', count: 0 };
    let begun = 0;
    let stored = 0;

    const write = async (isCounted: boolean) => {
      begun += 1;
      const id = `n${begun}`;
      await graph.write(async ({ run }) => {
        if (isCounted) await run(nextRevision, {});
        await run(create, { id });
      });
      stored += 1;
    };
    const read = async (headers: Record<string, string> = {}) => {
      const [atLeast, client] = [stored, held];
      const response = await fetch('/graphql', post({ query: '{ count }' }, headers));
      if (response.status === 304) expect(client.count).toBeGreaterThanOrEqual(atLeast);
      else {
        const { data } = (await response.json()) as { data: { count: number } };
        expect(data.count).toBeGreaterThanOrEqual(atLeast);
        held = { tag: tagOf(response), count: data.count };
      }
    };
    const steps = {
      read: () => read(),
      renew: () => read({ 'if-none-match': held.tag }),
      write: () => write(true),
      uncounted: () => write(false),
    };
    const names = fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[]));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(names, fc.boolean()), { minLength: 5, maxLength: 30 }),
        async (list) => {
          const under: Promise<void>[] = [];
          for (const [name, waits] of list) {
            const step = steps[name]();
            under.push(step);
            if (waits) await step;
          }
          await Promise.all(under);
        },
      ),
      { numRuns: 40 },
    );
  });
});
