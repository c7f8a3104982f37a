import type { ExecutionResult } from 'graphql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { openEmbedded } from '../../src/graph/embedded.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { type Limits, limitsOfOneClient } from '../../src/limits.ts';
import { startServer } from '../../src/server/start.ts';
import { eventStream } from '../../src/server/subscriptions/event-stream.ts';
import { describeOnEachEngine } from '../engines.ts';
import { sketch } from '../support/dossiers.ts';
import { eventsOf } from '../support/events.ts';
import { serviceOf } from '../support/service.ts';
import { edge, post } from './support.ts';

const changes = `subscription ($about: [String!], $kinds: [WriteKind!]) {
  graphChanged(about: $about, kinds: $kinds) { revision kind articles } }`;
const accept = 'text/event-stream';

/** Who is told of the writes to a graph, from now or from an event on. */
async function listen(
  service: ReturnType<typeof serviceOf>,
  variables: object = {},
  headers: Record<string, string> = {},
) {
  const response = await service.send(changes, variables, { accept, ...headers });
  const events = eventsOf(response);
  onTestFinished(() => void events.cancel().catch(() => {}));
  const next = async () => {
    const sent = await events.next();
    return sent && { ...(sent.data as { data: { graphChanged: object } }).data.graphChanged, id: sent.id };
  };
  return { response, next };
}

const dossier = (number: number, ...entities: string[]) => sketch({ id: `article-${number}`, entities });

describeOnEachEngine('graphChanged', (open) => {
  it('tells of each write once and in order, whoever made it', async () => {
    const store = await open();
    const [service, other] = [serviceOf(store), serviceOf(store)];
    const { response, next } = await listen(service);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, accept]);
    // As another process does, and the command line.
    await loadDossiers(other.store, [dossier(1, 'ann:Person'), dossier(2)]);
    expect(await next()).toEqual({
      revision: 1,
      kind: 'LOAD',
      articles: ['article-1', 'article-2'],
      id: '1',
    });
    await loadDossiers(service.store, [dossier(1, 'bob:Person')]);
    const retract = 'mutation { retractDossier(input: { article: "article-2" }) { revision } }';
    await other.ask(retract, { as: 'write' });
    expect(await next()).toMatchObject({ revision: 2, articles: ['article-1'] });
    expect(await next()).toMatchObject({ revision: 3, kind: 'RETRACT', articles: ['article-2'] });
  });

  it('goes on where a client was, however much it has missed', async () => {
    const store = await open();
    const service = serviceOf(store);
    for (let number = 1; number <= 105; number += 1) await loadDossiers(store, [dossier(number)]);
    const { next } = await listen(service, {}, { 'last-event-id': '2' });
    for (let revision = 3; revision <= 105; revision += 1)
      expect(await next()).toMatchObject({ revision, id: String(revision) });
    const live = next();
    await loadDossiers(store, [dossier(106)]);
    expect(await live).toMatchObject({ revision: 106 });
  });

  it('tells of what a client wants to know of, and of nothing else', async () => {
    const store = await open();
    const service = serviceOf(store);
    const about = await listen(service, { about: ['ann', 'article-4'] }, { 'last-event-id': '0' });
    const kinds = await listen(service, { kinds: ['RETRACT'] }, { 'last-event-id': '0' });
    await loadDossiers(store, [dossier(1, 'ann:Person')]);
    await loadDossiers(store, [dossier(2, 'bob:Person')]);
    await loadDossiers(store, [dossier(4)]);
    await loadDossiers(store, [dossier(2, 'bob:Person'), dossier(4)], { removeOthers: true });
    for (const revision of [1, 3, 4]) expect(await about.next()).toMatchObject({ revision });
    expect(await kinds.next()).toMatchObject({ revision: 4, kind: 'RETRACT' });
  });

  it('tells who names a revision that the graph has never had', async () => {
    const store = await open();
    await loadDossiers(store, [dossier(1)]);
    const response = await serviceOf(store).send(changes, {}, { accept, 'last-event-id': '500' });
    const events = eventsOf(response);
    onTestFinished(() => void events.cancel().catch(() => {}));
    expect(JSON.stringify((await events.next())?.data)).toMatch(/names revision 500, and the graph is at 1/);
  });

  it('is silent while the store is away, and misses nothing', async () => {
    const store = await open();
    let isAway = false;
    const { StoreError } = await import('../../src/errors.ts');
    const flaky: GraphStore = {
      ...store,
      read: (...of) => {
        if (isAway) return Promise.reject(new StoreError('UNAVAILABLE', 'gone'));
        return store.read(...of);
      },
    };
    const { next } = await listen(serviceOf(flaky), {}, { 'last-event-id': '0' });
    isAway = true;
    const first = next();
    await loadDossiers(store, [dossier(1)]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    isAway = false;
    expect(await first).toMatchObject({ revision: 1 });
  });
});

/** A service that listens on a port, over an empty graph in memory. */
async function running(limits: Partial<Limits> = {}) {
  const store = await openEmbedded();
  const inside = serviceOf(store);
  const { createFeed } = await import('../../src/graph/feed.ts');
  const { schema } = await import('../../src/schema/index.ts');
  const server = await startServer({
    schema,
    store: inside.store,
    logger: edge().logger,
    feed: createFeed(inside.store, 50),
    limits: { proxies: 1, limits: { ...limitsOfOneClient.limits, ...limits } },
    config: { host: '127.0.0.1', port: 0 },
  });
  let isStopped = false;
  const stop = async () => {
    if (isStopped) return;
    isStopped = true;
    await server.stop();
    await store.close();
  };
  onTestFinished(stop);
  const subscribe = (signal?: AbortSignal, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/graphql`, {
      ...post({ query: changes }, { accept, ...headers }),
      ...(signal && { signal }),
    });
  const ask = () => fetch(`${server.url}/graphql`, post({ query: '{ articles { totalCount } }' }));
  return { store, subscribe, ask, stop };
}

describe('subscriptions', () => {
  it('are so many at one time, and each that ends makes room', async () => {
    const { subscribe } = await running({ subscribers: 2 });
    const leaving = new AbortController();
    const [one, two] = [await subscribe(leaving.signal), await subscribe()];
    expect([one.status, two.status]).toEqual([200, 200]);
    const refused = await subscribe();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await refused.text()).toContain('BUSY');
    leaving.abort();
    await expect.poll(async () => (await subscribe()).status, { timeout: 5_000 }).toBe(200);
  });

  it('of one client are a share of all, so that others find a place', async () => {
    const { subscribe } = await running({ subscribers: 4, share: 50 });
    const from = (client: string, signal?: AbortSignal) => subscribe(signal, { 'x-forwarded-for': client });
    const leaving = new AbortController();
    expect([(await from('192.0.2.1', leaving.signal)).status, (await from('192.0.2.1')).status]).toEqual([
      200, 200,
    ]);
    const refused = await from('192.0.2.1');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
    expect(await refused.text()).toMatch(/This client has 2 subscriptions.*CLIENT_LIMIT_EXCEEDED/);
    expect((await from('192.0.2.2')).status).toBe(200);
    leaving.abort();
    await expect.poll(async () => (await from('192.0.2.1')).status, { timeout: 5_000 }).toBe(200);
  });

  it('keep no place for those who leave as soon as they have come', async () => {
    const { subscribe } = await running({ subscribers: 3 });
    for (let round = 0; round < 40; round += 1) {
      const leaving = Array.from({ length: 5 }, async (_, place) => {
        const gone = new AbortController();
        setTimeout(() => gone.abort(), place * 2);
        await subscribe(gone.signal)
          .then((response) => response.body?.cancel())
          .catch(() => {});
      });
      await Promise.all(leaving);
    }
    await expect
      .poll(
        async () => {
          const gone = new AbortController();
          const { status } = await subscribe(gone.signal);
          gone.abort();
          return status;
        },
        { timeout: 5_000, interval: 200 },
      )
      .toBe(200);
  });

  it('take no place from the operations that are answered', async () => {
    const { subscribe, ask } = await running({ concurrent: 1 });
    for (let count = 0; count < 3; count += 1) expect((await subscribe()).status).toBe(200);
    expect((await ask()).status).toBe(200);
  });

  it('end when the service stops, without waiting, so that clients go elsewhere', async () => {
    const { subscribe, stop } = await running();
    const events = eventsOf(await subscribe());
    const ended = events.next();
    const began = performance.now();
    await stop();
    expect(await ended).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('need the scope read like any question', async () => {
    const { makeToken } = await import('../../src/tokens.ts');
    const { token, stored } = makeToken({ scopes: ['write'], days: 1 });
    const tokens = new Map([[stored.id, stored]]);
    const service = serviceOf(await openEmbedded(), { identity: { required: true, tokens } });
    const response = await service.send(changes, {}, { accept, authorization: `Bearer ${token}` });
    expect(await response.text()).toContain('FORBIDDEN');
  });

  it.each([
    ['no events', {}, 406, 'NOT_ACCEPTABLE'],
    ['too much', { about: Array.from({ length: 101 }, String) }, 200, 'BAD_USER_INPUT'],
  ])('that ask for %s are told so', async (_what, variables, status, code) => {
    const service = serviceOf(await openEmbedded());
    const headers: Record<string, string> = status === 406 ? {} : { accept };
    const response = await service.send(changes, variables, headers);
    expect(await response.text()).toContain(code);
    if (status === 406) expect(response.status).toBe(406);
  });
});

describe('a stream of events', () => {
  /** Results without end, and how many of them were asked for. */
  function endless() {
    const state = { asked: 0, ended: 0, cut: 0, returned: false };
    async function* results(): AsyncGenerator<ExecutionResult> {
      try {
        for (;;) {
          state.asked += 1;
          yield { data: { number: state.asked } };
        }
      } finally {
        state.returned = true;
      }
    }
    const options = {
      idOf: () => 7,
      onEnd: () => {
        state.ended += 1;
      },
      cut: () => {
        state.cut += 1;
      },
    };
    return { state, results: results(), options };
  }

  it('asks for no more than its client takes, and cuts who takes nothing', async () => {
    const { state, results, options } = endless();
    const times = { beatMs: 10, patienceMs: 60 };
    const stream = eventStream(results, { ...options, times });
    await expect.poll(() => state.cut, { timeout: 3_000 }).toBe(1);
    expect(state).toMatchObject({ asked: 0, ended: 1 });
    await expect(stream.getReader().read()).rejects.toThrow('takes nothing');
  });

  it('asks for one after another, each with its id, and ends when nobody listens', async () => {
    const { state, results, options } = endless();
    const events = eventsOf(new Response(eventStream(results, options)));
    for (const number of [1, 2, 3])
      expect(await events.next()).toEqual({ id: '7', data: { data: { number } } });
    expect(state.asked).toBeLessThanOrEqual(4);
    await events.cancel();
    await expect.poll(() => state).toMatchObject({ returned: true, ended: 1, cut: 0 });
  });

  it('sends something from time to time to who waits', async () => {
    let tell = (_: ExecutionResult) => {};
    async function* late(): AsyncGenerator<ExecutionResult> {
      yield await new Promise<ExecutionResult>((resolve) => {
        tell = resolve;
      });
    }
    const times = { beatMs: 10, patienceMs: 50 };
    const options = { idOf: () => undefined, onEnd: () => {}, cut: () => {}, times };
    const { next, comments } = eventsOf(new Response(eventStream(late(), options)));
    const event = next();
    await expect.poll(() => comments.length, { timeout: 3_000 }).toBeGreaterThan(5);
    tell({ data: {} });
    expect(await event).toEqual({ id: undefined, data: { data: {} } });
    expect(await next()).toBeUndefined();
  });
});
