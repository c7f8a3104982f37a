import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/store.ts';
import { schema } from '../../src/schema/index.ts';
import { type RunningServer, startServer } from '../../src/server/start.ts';
import { edge, post, store } from '../server/support.ts';
import { until } from './until.ts';

const running: RunningServer[] = [];
afterEach(() => Promise.all(running.splice(0).map((server) => server.stop())));

/** A service whose every statement takes so long, unless it is given up; and how many are under way. */
async function start(takesMs: number) {
  let reading = 0;
  const slow: GraphStore = {
    ...store,
    read: async (_statement, _params, { signal } = {}) => {
      reading += 1;
      try {
        await pause(takesMs, undefined, { signal });
      } finally {
        reading -= 1;
      }
      return [];
    },
  };
  const { logger } = edge();
  const server = await startServer({ schema, store: slow, logger, config: { host: '127.0.0.1', port: 0 } });
  running.push(server);
  return { url: server.url, port: Number(new URL(server.url).port), reading: () => reading };
}

const sockets = () =>
  process.getActiveResourcesInfo().filter((name) => /^(TCPSocketWrap|TCPWrap)$/.test(name)).length;

it('lets nobody hold a connection by sending ever so slowly, and answers others meanwhile', async () => {
  const before = sockets();
  const { url, port } = await start(0);
  const starts = [
    'GET /graphql HTTP/1.1\r\nHost: localhost\r\n',
    'POST /graphql HTTP/1.1\r\nHost: localhost\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{',
  ];
  const cut: number[] = [];
  const began = performance.now();
  const slow = Array.from({ length: 200 }, (_, place): Socket => {
    const socket = connect(port, '127.0.0.1');
    socket.write(starts[place % starts.length] ?? '');
    const drip = setInterval(() => socket.write(place % 2 === 0 ? 'x-a: b\r\n' : ' '), 500);
    socket.on('error', () => {});
    socket.resume().on('close', () => {
      clearInterval(drip);
      cut.push(performance.now() - began);
    });
    return socket;
  });
  for (let second = 0; second < 5; second += 1) {
    const asked = performance.now();
    const response = await fetch(`${url}/graphql`, post({ query: '{ __typename }' }));
    expect(response.status).toBe(200);
    expect(performance.now() - asked).toBeLessThan(2_000);
    await pause(1_000);
  }
  // Headers have ten seconds, whole requests thirty; both are looked after every five.
  await until(() => cut.length === slow.length, 45_000);
  expect(cut.filter((ms) => ms < 20_000).length).toBeGreaterThanOrEqual(slow.length / 2);
  await Promise.all(running.splice(0).map((server) => server.stop()));
  await until(() => sockets() <= before, 5_000);
}, 90_000);

it('gives up the statements of those who went away, and keeps nothing of them', async () => {
  const before = sockets();
  const { url, reading } = await start(20_000);
  const query = '{ entity(slug: "openai") { slug } }';
  for (let round = 0; round < 10; round += 1) {
    const leaving = Array.from({ length: 40 }, async () => {
      const signal = AbortSignal.timeout(50 + Math.floor(200 * Math.random()));
      await fetch(`${url}/graphql`, { ...post({ query }), signal }).catch(() => {});
    });
    await Promise.all(leaving);
  }
  await until(() => reading() === 0, 5_000);
  expect(await (await fetch(`${url}/graphql`, post({ query: '{ __typename }' }))).json()).toMatchObject({
    data: { __typename: 'Query' },
  });
  await Promise.all(running.splice(0).map((server) => server.stop()));
  await until(() => sockets() <= before, 10_000);
}, 60_000);
