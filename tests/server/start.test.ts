import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/server/start.ts';
import { raw } from '../support/raw.ts';
import { edge, post, schema, store } from './support.ts';

const running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function start(port = 0, host = '127.0.0.1') {
  const server = await startServer({ schema, store, logger: edge().logger, config: { host, port } });
  running.push(server);
  return { ...server, port: Number(new URL(server.url).port) };
}

describe('a server', () => {
  it('listens where it says', async () => {
    const { url } = await start();
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    const response = await fetch(`${url}/graphql`, post({ query: '{ ok }' }));
    expect(await response.json()).toEqual({
      data: { ok: 'yes' },
      extensions: { cost: { requested: 1, limit: 50_000 } },
    });
  });

  it('says which port is taken, and what to set', async () => {
    const { port } = await start();
    const taken = start(port);
    await expect(taken).rejects.toMatchObject({ code: 'PORT_TAKEN' });
    await expect(taken).rejects.toThrow(new RegExp(`port ${port} .* set PORT`));
  });

  it('says that a host is not of this machine', async () => {
    await expect(start(0, '192.0.2.1')).rejects.toMatchObject({ code: 'INVALID_CONFIG' });
  });

  it('tells the sender of too large a body, even one that declares no length', async () => {
    const { url } = await start();
    const large = '0'.repeat(1_500_000);
    const streamed = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 15; i++) controller.enqueue(new TextEncoder().encode('0'.repeat(100_000)));
        controller.close();
      },
    });
    for (const body of [large, streamed]) {
      const init = { ...post(''), body, duplex: 'half' } as RequestInit;
      const response = await fetch(`${url}/graphql`, init);
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'REQUEST_TOO_LARGE' } }],
      });
    }
  });

  it('takes a target that is a whole address for its path, and answers 400 to one that is none', async () => {
    const { port } = await start();
    const ask = (target: string) =>
      raw(port, `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(await ask('http://localhost/graphql?query=%7Bok%7D')).toMatch(/^HTTP\/1\.1 200 .*"ok":"yes"/s);
    for (const target of ['*', 'http://[/graphql', 'http://', 'ftp://localhost/graphql']) {
      const answer = await ask(target);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).not.toMatch(/ at |node_modules/);
    }
  });

  it.each(['a b', '%%%', '[::'])('answers the Host header %j without a stack', async (host) => {
    const { port } = await start();
    const answer = await raw(port, `GET /graphql HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).not.toContain('at ');
  });
});

describe('stopping', () => {
  it('finishes what is under way, keeps no connection, and takes nothing new', async () => {
    const server = await start();
    const agent = new Agent({ keepAlive: true });
    const headers = { 'content-type': 'application/json' };
    const under = request(`${server.url}/graphql`, { method: 'POST', agent, headers });
    under.end('{"query":"{ slow }"}');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const began = performance.now();
    const stopped = server.stop();
    const [response] = await once(under, 'response');
    const [body] = await once(response, 'data');
    expect(JSON.parse(String(body))).toEqual({
      data: { slow: 'done' },
      extensions: { cost: { requested: 1, limit: 50_000 } },
    });
    await stopped;
    // The kept-alive connection would have held the server for five seconds.
    expect(performance.now() - began).toBeLessThan(2_000);
    await expect(fetch(`${server.url}/health`)).rejects.toThrow();
    running.splice(0);
    agent.destroy();
  });
});
