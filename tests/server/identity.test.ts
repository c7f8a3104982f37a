import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { makeToken, readTokens, type StoredToken, tokenOf } from '../../src/tokens.ts';
import { edge, post } from './support.ts';

const day = 86_400_000;
const { token, stored } = makeToken({ scopes: ['read'], days: 90, note: 'the newsroom' });
const kept = readTokens(`${JSON.stringify(stored)}\n\n`, 'tokens.jsonl');
const old = makeToken({ scopes: ['read'], days: 1 }, Date.now() - 2 * day);
const tokens = new Map<string, StoredToken>([...kept, [old.stored.id, old.stored]]);

describe('a token', () => {
  it('is kept as a hash from which it cannot be had', () => {
    expect(token).toMatch(/^tl_[0-9a-f]{8}_[\w-]{43}$/);
    expect(JSON.stringify(stored)).not.toContain(token.slice(12));
    expect(stored).toMatchObject({ scopes: ['read'], note: 'the newsroom' });
  });

  it('is known until it expires, and not a moment longer', () => {
    const end = Date.parse(stored.expires);
    expect(tokenOf(token, kept, end - 1)?.id).toBe(stored.id);
    expect(tokenOf(token, kept, end)).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['its id alone', token.slice(0, 12)],
    ['another secret', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
    ['an id of none', token.replace(/^tl_......../, 'tl_00000000')],
    ['its hash', `tl_${stored.id}_${stored.hash.slice(0, 43)}`],
    ['more than it', `${token}x`],
    ['no token of ours', 'eyJhbGciOiJub25lIn0.e30.'],
  ])('is not %s', (_what, given) => {
    expect(tokenOf(given, kept)).toBeUndefined();
  });

  it.each([
    ['no JSON', '{'],
    ['another thing', '{"id":1}'],
    ['a scope that there is not', JSON.stringify({ ...stored, scopes: ['everything'] })],
  ])('is not read from %s: the line is named', (_what, line) => {
    const read = () => readTokens(`${JSON.stringify(stored)}\n${line}`, 'tokens.jsonl');
    expect(read).toThrow(ConfigError);
    expect(read).toThrow('tokens.jsonl, line 2 is no token');
  });
});

it('is not read twice', () => {
  const line = JSON.stringify(stored);
  expect(() => readTokens(`${line}\n${line}`, 'tokens.jsonl')).toThrow(
    /line 2 has the id of a token before it/,
  );
});

describe('a service', () => {
  const ask = (required: boolean, headers: Record<string, string> = {}) =>
    edge({ identity: { required, tokens } }).fetch('/graphql', post({ query: '{ ok }' }, headers));

  it('that needs a token answers only who shows one', async () => {
    expect((await ask(true, { authorization: `Bearer ${token}` })).status).toBe(200);
    const refused = await ask(true);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it.each([
    ['one that has expired', `Bearer ${old.token}`],
    ['one of another service', `Bearer ${makeToken({ scopes: ['read'], days: 1 }).token}`],
    ['a password', 'Basic dXNlcjpwYXNz'],
    ['nothing', 'Bearer '],
  ])('tells whoever shows %s, also where none is needed', async (_what, authorization) => {
    expect([
      (await ask(true, { authorization })).status,
      (await ask(false, { authorization })).status,
    ]).toEqual([401, 401]);
  });

  it.each(['Basic dXNlcjpwYXNz', 'Bearer ', 'Bearer two words'])(
    'says of %j that only a token is taken',
    async (authorization) => {
      const { errors } = (await (await ask(false, { authorization })).json()) as {
        errors: [{ message: string }];
      };
      expect(errors[0].message).toMatch(/^Only a token is taken: .* "authorization: Bearer …"/);
    },
  );

  it('that needs none answers who shows none', async () => {
    expect((await ask(false)).status).toBe(200);
  });

  it('lets probes in, and the page of the playground', async () => {
    const { fetch } = edge({ identity: { required: true, tokens } });
    expect((await fetch('/health/live')).status).toBe(200);
    expect((await fetch('/graphql', { headers: { accept: 'text/html' } })).status).toBe(200);
    expect((await fetch('/graphql?query={ok}')).status).toBe(401);
  });

  it.each([
    '/graphql/',
    '//graphql',
    '/x/graphql',
    '/health?a=/graphql',
    '/x?z=/graphql',
    '/metrics?a=/graphql',
    '/playground/x?a=/graphql',
  ])('answers nobody elsewhere: %s', async (path) => {
    const { fetch } = edge({ identity: { required: true, tokens } });
    const authorization = `Bearer ${token}`;
    expect((await fetch(path, post({ query: '{ ok }' }))).status).toBe(404);
    expect((await fetch(path, post({ query: '{ ok }' }, { authorization }))).status).toBe(404);
  });

  it('logs which token it was, and nothing that could be used', async () => {
    const { fetch, lines } = edge({ identity: { required: true, tokens } });
    await fetch('/graphql', post({ query: '{ ok }' }, { authorization: `Bearer ${token}` }));
    await fetch('/graphql', post({ query: '{ ok }' }, { authorization: `Bearer ${old.token}` }));
    expect(lines).toMatchObject([{ token: stored.id, status: 200 }, { status: 401 }]);
    for (const secret of [token, old.token]) expect(JSON.stringify(lines)).not.toContain(secret.slice(12));
  });

  it('that needs one lets nobody else between keep its answers', async () => {
    const answers = { state: async () => '1-1.0', edition: 'e', cacheBytes: 2 ** 20 };
    const { fetch } = edge({ identity: { required: true, tokens }, answers });
    const authorization = `Bearer ${token}`;
    const answered = await fetch('/graphql', post({ query: '{ ok }' }, { authorization }));
    expect(answered.headers.get('cache-control')).toMatch(/^private,/);
    // What is kept here is given to those alone who are let in.
    expect((await fetch('/graphql', post({ query: '{ ok }' }))).status).toBe(401);
    expect((await fetch('/graphql', post({ query: '{ ok }' }, { authorization }))).status).toBe(200);
  });
});
