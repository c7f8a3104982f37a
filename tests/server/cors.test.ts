import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defaultLimits, type Limits } from '../../src/limits.ts';
import { tellOfClientErrors, withClientErrors } from '../../src/server/client-error.ts';
import { withCors } from '../../src/server/cors.ts';
import { startServer } from '../../src/server/start.ts';
import { raw } from '../support/raw.ts';
import { edge, holdAnswers, post, schema, store } from './support.ts';

const origin = 'https://app.example';
const named = [origin, 'http://localhost:3000'];

/** A service that lets pages at some origins ask. */
async function serving(corsOrigins: readonly string[], limits: Partial<Limits> = {}) {
  const server = await startServer({
    schema,
    store,
    logger: edge().logger,
    corsOrigins,
    limits: { limits: { ...defaultLimits, ...limits }, proxies: 0 },
    config: { host: '127.0.0.1', port: 0 },
  });
  onTestFinished(() => server.stop());
  const ask = (query: string, headers: Record<string, string> = { origin }) =>
    fetch(`${server.url}/graphql`, post({ query }, headers));
  const preflight = () =>
    fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,authorization',
      },
    });
  return { url: server.url, ask, preflight };
}

const allowed = (response: Response) => response.headers.get('access-control-allow-origin');

describe('pages elsewhere', () => {
  it('may ask where their origin is named, with a token and without cookies', async () => {
    const { ask, preflight } = await serving(named);
    const told = await preflight();
    expect([told.status, allowed(told)]).toEqual([204, origin]);
    expect(told.headers.get('access-control-allow-headers')).toMatch(/authorization/);
    expect(told.headers.get('access-control-allow-credentials')).toBeNull();
    const asked = await ask('{ ok }');
    expect([asked.status, allowed(asked)]).toEqual([200, origin]);
    expect(asked.headers.get('access-control-expose-headers')).toMatch(/throughline-revision/);
  });

  it('may not where it is not, nor where none is', async () => {
    for (const origins of [[], ['https://other.example']]) {
      const { ask, preflight } = await serving(origins);
      expect([allowed(await preflight()), allowed(await ask('{ ok }'))]).toEqual([null, null]);
    }
  });

  it('may all where all are named', async () => {
    const asked = await (await serving(['*'])).ask('{ ok }', { origin: 'https://x.example' });
    expect(allowed(asked)).toBe('*');
  });

  it('are told apart by whoever keeps answers, also those that may not ask', async () => {
    const some = await serving(named);
    for (const headers of [{ origin }, { origin: 'https://evil.example' }, {}])
      expect((await some.ask('{ ok }', headers as Record<string, string>)).headers.get('vary')).toBe(
        'accept, accept-language, origin',
      );
    for (const origins of [['*'], []])
      expect((await (await serving(origins)).ask('{ ok }')).headers.get('vary')).not.toMatch(/origin/);
  });
});

describe('pages elsewhere can read why they are turned away:', () => {
  it('the service is busy', async () => {
    const { ask, url } = await serving(named, { concurrent: 1 });
    const { begun, release } = holdAnswers();
    onTestFinished(release);
    const held = ask('{ held }');
    await begun;
    const posted = await ask('{ ok }');
    const got = await fetch(`${url}/graphql?query={ok}`, { headers: { origin } });
    for (const turnedAway of [posted, got]) {
      expect([turnedAway.status, allowed(turnedAway)]).toEqual([503, origin]);
      expect(turnedAway.headers.get('vary')).toMatch(/origin/);
    }
    release();
    expect((await held).status).toBe(200);
  });

  it.each([
    [413, { body: 10 }, {}],
    [429, { rate: 1 }, {}],
    [400, { aliases: 1 }, {}],
    [401, {}, { authorization: 'Basic x' }],
  ])('%i', async (status, limits, headers) => {
    const { ask } = await serving(named, limits);
    const accept = 'application/graphql-response+json';
    const again = () => ask('{ a: ok b: ok }', { origin, accept, ...headers });
    // The first one spends what there is.
    await again();
    const refused = await again();
    expect([refused.status, allowed(refused)]).toEqual([status, origin]);
  });
});

describe('a request that does not come whole', () => {
  /** What is said to the bytes of a request by a server that waits for the rest of it for a moment. */
  async function answerTo(text: string): Promise<string> {
    const times = { headersTimeout: 100, requestTimeout: 100, connectionsCheckingInterval: 50 };
    const server = createServer(times, withClientErrors(withCors(named, (request) => request.resume())));
    tellOfClientErrors(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void server.close());
    return raw((server.address() as AddressInfo).port, text);
  }
  const head = `POST /graphql HTTP/1.1\r\nHost: localhost\r\nOrigin: ${origin}\r\n`;

  it('is given up after a while, and its page can read that', async () => {
    const answer = await answerTo(`${head}Content-Length: 100\r\n\r\n{`);
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(answer).toContain(`access-control-allow-origin: ${origin}\r\n`);
    expect(answer).toContain('"code":"REQUEST_TIMEOUT"');
  });

  it('is told of what is wrong with it', async () => {
    const answer = await answerTo(`${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(answer).toContain(`access-control-allow-origin: ${origin}\r\n`);
    expect(await answerTo(head)).toMatch(/^HTTP\/1\.1 408 .*"REQUEST_TIMEOUT"/s);
    expect(await answerTo('no HTTP\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*"BAD_REQUEST"/s);
    const large = `${head}X: ${'x'.repeat(20_000)}\r\n\r\n`;
    expect(await answerTo(large)).toMatch(/^HTTP\/1\.1 431 .*"HEADERS_TOO_LARGE"/s);
  });
});
