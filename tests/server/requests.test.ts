import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { edge, post, store } from './support.ts';

describe('a request id', () => {
  it('is the sender’s, in the answer and in the log', async () => {
    const { fetch, lines } = edge();
    const response = await fetch('/graphql', post({ query: '{ ok }' }, { 'x-request-id': 'from-proxy:42' }));
    expect(response.headers.get('x-request-id')).toBe('from-proxy:42');
    expect(lines).toMatchObject([{ requestId: 'from-proxy:42' }]);
  });

  it.each(['two words', 'x'.repeat(129), '{"level":50}'])('is ours instead of %j', async (id) => {
    const response = await edge().fetch('/health', { headers: { 'x-request-id': id } });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the log', () => {
  it('has one line a request: name, status, time, and nothing of the variables', async () => {
    const { fetch, lines } = edge();
    const query = 'query Named($n: Int) { echo(count: $n) }';
    await fetch('/graphql', post({ query, variables: { n: 1234567 } }));
    await fetch(
      `/graphql?query=${encodeURIComponent(query)}&variables=${encodeURIComponent('{"n":1234567}')}`,
    );
    const line = {
      operation: 'Named',
      path: '/graphql',
      status: 200,
      ms: expect.any(Number),
      msg: 'request',
    };
    expect(lines).toMatchObject([
      { method: 'POST', ...line },
      { method: 'GET', ...line },
    ]);
    expect(JSON.stringify(lines)).not.toContain('1234567');
  });

  it('names what failed before it ran, and cuts a name that is no name', async () => {
    const { fetch, lines } = edge();
    await fetch('/graphql', post({ query: '{ nope', operationName: 'n'.repeat(5000) }));
    expect(lines).toMatchObject([{ operation: 'n'.repeat(128) }]);
  });
});

describe('a body', () => {
  const query = `{ ok } # ${'x'.repeat(1_000_000)}`;

  it('is refused where it would be taken for an answer', async () => {
    const { fetch } = edge();
    for (const body of [
      { headers: {}, status: 200 },
      { query: '{ ok }', headers: {} },
      { status: 1 },
      null,
      1,
      'x',
    ]) {
      const response = await fetch('/graphql', post(JSON.stringify(body)));
      expect([body, response.status, response.headers.get('x-request-id') !== null]).toEqual([
        body,
        400,
        true,
      ]);
      expect(await response.text()).not.toMatch(/ at |node_modules/);
    }
  });

  it('is refused by its declared length', async () => {
    const response = await edge().fetch(
      '/graphql',
      post({ query: '{ ok }' }, { 'content-length': '1000001' }),
    );
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'REQUEST_TOO_LARGE' } }] });
  });

  it('is refused by what arrives when it declares no length', async () => {
    const response = await edge().fetch('/graphql', post({ query }));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'REQUEST_TOO_LARGE' } }] });
  });
});

describe('the language of names', () => {
  it.each([
    ['ko-KR,ko;q=0.9,en;q=0.8', 'KO'],
    ['fr', 'EN'],
  ])('follows Accept-Language: %s', async (header, language) => {
    const response = await edge().fetch(
      '/graphql',
      post({ query: '{ language }' }, { 'accept-language': header }),
    );
    expect(await response.json()).toEqual({
      data: { language },
      extensions: { cost: { requested: 1, limit: 50_000 } },
    });
  });
});

describe('/health', () => {
  it('says which engine answers', async () => {
    const response = await edge().fetch('/health');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', engine: 'embedded', version: '9.9' });
  });

  it.each([
    ['is out of reach', () => Promise.reject(new StoreError('UNAVAILABLE', 'secret')), 'UNAVAILABLE'],
    ['fails otherwise', () => Promise.reject(new Error('secret')), 'INTERNAL_SERVER_ERROR'],
    ['does not answer', () => new Promise<never>(() => undefined), 'TIMEOUT'],
  ])('is 503 when the store %s', async (_what, health, code) => {
    const response = await edge({ store: { ...store, health } }).fetch('/health');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'unavailable', code });
  });

  it('is not mistaken for an operation that ends in its name', async () => {
    const response = await edge().fetch('/graphql?query={ok}&operationName=/health');
    expect(response.status).toBe(400);
  });
});

describe('the edge', () => {
  it('is closed to other origins', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const asked = await edge().fetch('/graphql', { method: 'OPTIONS', headers });
    const answered = await edge().fetch('/graphql', post({ query: '{ ok }' }, headers));
    for (const response of [asked, answered]) {
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('knows no other address', async () => {
    expect((await edge().fetch('/nope', { headers: { accept: 'text/html' } })).status).toBe(404);
  });
});
