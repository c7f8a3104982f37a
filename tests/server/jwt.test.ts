import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { describeConfig, readConfig } from '../../src/config.ts';
import type { JwtConfig } from '../../src/jwt-config.ts';
import { createJwtCheck, type KeyTimes } from '../../src/server/identity/jwt.ts';
import { edge, type Line, post } from './support.ts';

const silent = pino({ level: 'silent' });
const issuer = 'https://issuer.example';
const audience = 'throughline';
const claims = { issuer, audience, algorithms: ['ES256'], leewaySeconds: 0 };
const hour = 3_600;
const now = () => Math.floor(Date.now() / 1000);

type Said = {
  iss?: string;
  aud?: string;
  exp?: number | null;
  nbf?: number;
  sub?: string | null;
  scope?: string;
};

/** What a token says, sound but for what a test is about. */
function payload({ exp = now() + hour, sub = 'ann', ...said }: Said) {
  return {
    iss: issuer,
    aud: audience,
    scope: 'read write other',
    ...(exp !== null && { exp }),
    ...(sub !== null && { sub }),
    ...said,
  };
}

async function pair(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' };
  const sign = (said: Said = {}) =>
    new SignJWT(payload(said)).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey);
  return { jwk, sign };
}

/** An issuer that publishes keys; what it publishes, and whether it answers, can change. */
async function startIssuer(keys: JWK[]) {
  const state = { keys, isUp: true, asked: 0 };
  const server = createServer((_, response) => {
    state.asked += 1;
    response.writeHead(state.isUp ? 200 : 500, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: state.keys }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  return Object.assign(state, { jwks: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
}

/** A service that takes such tokens, and what it answers who shows one. */
function service(config: JwtConfig, times?: KeyTimes) {
  const lines: Line[] = [];
  const logger = pino({ level: 'debug' }, { write: (line) => lines.push(JSON.parse(line)) });
  const jwt = createJwtCheck(config, logger, times);
  const made = edge({ identity: { required: true, tokens: new Map(), jwt } });
  const ask = async (token: string) => {
    const response = await made.fetch(
      '/graphql',
      post({ query: '{ ok }' }, { authorization: `Bearer ${token}` }),
    );
    const { errors = [] } = (await response.json()) as {
      errors?: { message: string; extensions: { code: string } }[];
    };
    return { status: response.status, code: errors[0]?.extensions.code, message: errors[0]?.message };
  };
  return { ask, lines: made.lines, warnings: lines };
}

const secret = 's'.repeat(32);
const sharedConfig = { ...claims, keys: { shared: secret }, algorithms: ['HS256'] };
const signShared = (said: Said = {}, key = secret, alg = 'HS256') =>
  new SignJWT(payload(said)).setProtectedHeader({ alg }).sign(new TextEncoder().encode(key));

describe('a token of an issuer', () => {
  it('tells who holds it and what of ours that may do', async () => {
    const { jwk, sign } = await pair('one');
    const { jwks } = await startIssuer([jwk]);
    const check = createJwtCheck({ ...claims, keys: { jwks } }, silent);
    expect(await check(await sign())).toEqual({ client: 'jwt:ann', scopes: new Set(['read', 'write']) });
    expect((await check(await sign({ scope: '' }))).scopes).toEqual(new Set());
  });

  it('is good when signed by the shared key, and is logged by its subject alone', async () => {
    const { ask, lines } = service(sharedConfig);
    const token = await signShared();
    expect(await ask(token)).toMatchObject({ status: 200 });
    expect(lines).toMatchObject([{ token: 'jwt:ann', status: 200 }]);
    expect(JSON.stringify(lines)).not.toContain(token.split('.')[2]);
  });

  it.each<[string, () => Promise<string> | string, RegExp]>([
    ['by nobody', () => new UnsecuredJWT(payload({})).encode(), /way that is not allowed/],
    ['by another key', () => signShared({}, 'x'.repeat(32)), /not signed by a key of its issuer/],
    ['in another way', () => signShared({}, secret, 'HS512'), /way that is not allowed/],
    ['and has expired', () => signShared({ exp: now() - 5 }), /it has expired/],
    ['and has no end', () => signShared({ exp: null }), /claim "exp"/],
    ['and has no holder', () => signShared({ sub: null }), /claim "sub"/],
    ['and has a holder without a name', () => signShared({ sub: '' }), /"sub" names nobody/],
    ['for others', () => signShared({ aud: 'another' }), /claim "aud"/],
    ['by another issuer', () => signShared({ iss: 'https://evil.example' }), /claim "iss"/],
    ['for later', () => signShared({ nbf: now() + hour }), /claim "nbf"/],
    ['and was cut', async () => (await signShared()).slice(0, -3), /not signed by a key of its issuer/],
    ['as nothing', () => 'eyJhbGciOiJub25lIn0', /not signed by a key of its issuer/],
    ['', () => 'x', /not signed by a key of its issuer/],
  ])('is refused when signed %s', async (_what, token, message) => {
    const given = await token();
    const { ask, lines } = service(sharedConfig);
    expect(await ask(given)).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
      message: expect.stringMatching(message),
    });
    expect(JSON.stringify(lines)).not.toContain(given.length > 20 ? given.slice(-15) : '\u0000');
  });

  it('is not taken where a public key would pass for a shared one', async () => {
    const { jwk } = await pair('one');
    const { jwks } = await startIssuer([jwk]);
    const { ask } = service({ ...claims, keys: { jwks } });
    expect(await ask(await signShared({}, JSON.stringify(jwk)))).toMatchObject({ status: 401 });
  });

  it('is good for as long past its end as clocks may differ', async () => {
    const { ask } = service({ ...sharedConfig, leewaySeconds: 60 });
    expect((await ask(await signShared({ exp: now() - 30 }))).status).toBe(200);
    expect((await ask(await signShared({ exp: now() - 90 }))).status).toBe(401);
  });

  it('needs the scope read to ask', async () => {
    const { ask } = service(sharedConfig);
    expect(await ask(await signShared({ scope: 'write' }))).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
      message: 'This needs the scope "read", which the token does not have.',
    });
  });
});

describe('the keys of an issuer', () => {
  it('are fetched once, and again for a token that names another', async () => {
    const [first, second] = [await pair('first'), await pair('second')];
    const state = await startIssuer([first.jwk]);
    const { ask } = service({ ...claims, keys: { jwks: state.jwks } }, { freshMs: 60_000, cooldownMs: 0 });
    for (let turn = 0; turn < 3; turn += 1) expect((await ask(await first.sign())).status).toBe(200);
    expect(state.asked).toBe(1);
    state.keys = [second.jwk];
    expect((await ask(await second.sign())).status).toBe(200);
    expect((await ask(await first.sign())).status).toBe(401);
  });

  it('are not asked for at the bidding of whoever names keys there are not', async () => {
    const [first, stranger] = [await pair('first'), await pair('stranger')];
    const state = await startIssuer([first.jwk]);
    const { ask } = service({ ...claims, keys: { jwks: state.jwks } });
    await ask(await first.sign());
    for (let turn = 0; turn < 5; turn += 1) expect((await ask(await stranger.sign())).status).toBe(401);
    expect(state.asked).toBe(1);
  });

  it('that are taken back are no good any more once they are renewed', async () => {
    const [first, second] = [await pair('first'), await pair('second')];
    const state = await startIssuer([first.jwk]);
    const { ask } = service({ ...claims, keys: { jwks: state.jwks } }, { freshMs: 0, cooldownMs: 60_000 });
    expect((await ask(await first.sign())).status).toBe(200);
    state.keys = [second.jwk];
    await expect.poll(async () => (await ask(await first.sign())).status).toBe(401);
  });

  it('that cannot be had are told of, not taken for a bad token; those that were had stay good', async () => {
    const first = await pair('first');
    const state = await startIssuer([first.jwk]);
    state.isUp = false;
    const { ask, warnings } = service(
      { ...claims, keys: { jwks: state.jwks } },
      { freshMs: 0, cooldownMs: 0 },
    );
    expect(await ask(await first.sign())).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
    expect(warnings).toMatchObject([{ level: 40, msg: 'the keys of tokens cannot be fetched' }]);
    state.isUp = true;
    expect((await ask(await first.sign())).status).toBe(200);
    state.isUp = false;
    for (let turn = 0; turn < 3; turn += 1) expect((await ask(await first.sign())).status).toBe(200);
  });

  it('that are nowhere are told of in the same way', async () => {
    const { sign } = await pair('first');
    const { ask } = service({ ...claims, keys: { jwks: 'http://127.0.0.1:1/' } });
    expect(await ask(await sign())).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
  });
});

describe('the configuration of tokens', () => {
  const sound = { JWT_KEY: secret, JWT_ISSUER: issuer, JWT_AUDIENCE: audience };

  it('is read, and told without the key', () => {
    const config = readConfig(sound);
    expect(config.jwt).toEqual({ ...sharedConfig, leewaySeconds: 30 });
    const told = describeConfig(config);
    expect(told).toContainEqual(['JWT_KEY', '••••']);
    expect(JSON.stringify(told)).not.toContain(secret);
    const jwks = { ...sound, JWT_KEY: '', JWT_JWKS: 'https://issuer.example/jwks' };
    expect(readConfig(jwks).jwt?.algorithms).toEqual(['RS256', 'ES256']);
    expect(readConfig({}).jwt).toBeUndefined();
  });

  it.each<[string, Record<string, string>, string]>([
    ['a key that is too short', { ...sound, JWT_KEY: 'hunter2' }, 'JWT_KEY=•••• is shorter than 32 bytes'],
    ['two sorts of keys', { ...sound, JWT_JWKS: 'https://issuer.example' }, 'stands beside JWT_JWKS'],
    ['no issuer', { ...sound, JWT_ISSUER: '' }, 'JWT_ISSUER is not set'],
    ['no audience', { ...sound, JWT_AUDIENCE: '' }, 'JWT_AUDIENCE is not set'],
    ['no signature', { ...sound, JWT_ALGORITHMS: 'HS256,none' }, 'JWT_ALGORITHMS=HS256,none names one'],
    ['a way of another sort of key', { ...sound, JWT_ALGORITHMS: 'RS256' }, 'none of HS256'],
    ['an issuer without keys', { JWT_ISSUER: issuer }, 'checks nothing without JWT_JWKS'],
    ['keys in the open', { ...sound, JWT_KEY: '', JWT_JWKS: 'http://issuer.example/' }, 'is not an https'],
    ['too much leeway', { ...sound, JWT_LEEWAY: '9999' }, 'is not a number of seconds'],
  ])('is refused with %s', (_what, env, message) => {
    expect(() => readConfig(env)).toThrow(message);
    expect(() => readConfig(env)).not.toThrow('hunter2');
  });
});
