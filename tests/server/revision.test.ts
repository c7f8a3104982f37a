import { describe, expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { followed } from '../../src/graph/follow.ts';
import { limitsOfOneClient } from '../../src/limits.ts';
import type { Reach } from '../../src/server/revision.ts';
import { makeToken } from '../../src/tokens.ts';
import { describeOnEachEngine } from '../engines.ts';
import { sketch } from '../support/dossiers.ts';
import { serviceOf } from '../support/service.ts';
import { edge, post } from './support.ts';

const count = '{ articles { totalCount } }';
const asOf = (revision: unknown) => ({ headers: { 'throughline-revision': String(revision) } });

describeOnEachEngine('a question of a revision', (open) => {
  it('sees what another process has just written', async () => {
    const store = await open();
    await loadDossiers(store, [sketch({})]);
    // Two processes over one graph: each keeps answers, and trusts for a second what it knows of the graph.
    const [one, other] = [serviceOf(store), serviceOf(store)];
    expect((await other.ask(count)).data.articles.totalCount).toBe(1);
    const { revision } = await loadDossiers(one.store, [sketch({ id: 'article-2' })]);
    const { data, headers } = await other.ask(count, asOf(revision));
    expect(data.articles.totalCount).toBe(2);
    expect(headers.get('throughline-revision')).toBe(String(revision));
    // Having looked, it knows.
    expect((await other.ask(count)).data.articles.totalCount).toBe(2);
  });

  it('waits for a write that is under way elsewhere', async () => {
    const store = await open();
    await loadDossiers(store, [sketch({})]);
    const { ask } = serviceOf(store);
    const asked = ask(count, asOf(2));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await loadDossiers(store, [sketch({ id: 'article-2' })]);
    expect((await asked).data.articles.totalCount).toBe(2);
  });
});

describe('a revision', () => {
  it('that does not come is told of, after a while that has an end', async () => {
    const waited: number[] = [];
    const reach: Reach = async (_, { timeoutMs }) => {
      waited.push(timeoutMs);
      return false;
    };
    const response = await edge({ reach }).fetch('/graphql', post({ query: '{ ok }' }, asOf(7).headers));
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BEHIND' }, message: expect.stringContaining('revision 7') }],
    });
    expect(waited).toEqual([0, 5_000]);
  });

  it('is waited for by some at one time, and by who need not wait without a bound', async () => {
    const waiting: (() => void)[] = [];
    const reach: Reach = async (revision, { timeoutMs }) => {
      if (revision === 1) return true;
      if (timeoutMs === 0) return false;
      return new Promise((resolve) => waiting.push(() => resolve(true)));
    };
    const { fetch } = edge({ reach, limits: limitsOfOneClient });
    const ask = async (revision: number) =>
      (await fetch('/graphql', post({ query: '{ ok }' }, asOf(revision).headers))).status;
    const asked = Array.from({ length: 16 }, () => ask(2));
    await expect.poll(() => waiting.length).toBe(16);
    expect(await ask(2)).toBe(503);
    expect(await ask(1)).toBe(200);
    for (const go of waiting.splice(0)) go();
    expect(new Set(await Promise.all(asked))).toEqual(new Set([200]));
    const again = ask(2);
    await expect.poll(() => waiting.length).toBe(1);
    waiting[0]?.();
    expect(await again).toBe(200);
  });

  it('is waited for by one client at some places only, so that others find one', async () => {
    const waiting: (() => void)[] = [];
    const reach: Reach = async (_, { timeoutMs }) =>
      timeoutMs > 0 && new Promise((resolve) => waiting.push(() => resolve(true)));
    const { token, stored } = makeToken({ scopes: ['read'], days: 1 });
    const identity = { required: false, tokens: new Map([[stored.id, stored]]) };
    const { fetch } = edge({ reach, identity });
    const ask = (headers: Record<string, string> = {}) =>
      fetch('/graphql', post({ query: '{ ok }' }, { ...asOf(2).headers, ...headers }));
    const asked = Array.from({ length: 4 }, () => ask());
    await expect.poll(() => waiting.length).toBe(4);
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await refused.json()).toMatchObject({
      errors: [
        {
          extensions: { code: 'CLIENT_LIMIT_EXCEEDED' },
          message: expect.stringContaining('has 4 questions waiting'),
        },
      ],
    });
    const other = ask({ authorization: `Bearer ${token}` });
    await expect.poll(() => waiting.length).toBe(5);
    for (const go of waiting.splice(0)) go();
    expect((await Promise.all([...asked, other])).map(({ status }) => status)).toEqual([
      200, 200, 200, 200, 200,
    ]);
    // Who has been answered has its places again.
    const again = ask();
    await expect.poll(() => waiting.length).toBe(1);
    waiting[0]?.();
    expect((await again).status).toBe(200);
  });

  it.each(['x', '-1', '1.5', '1e3', '9'.repeat(16), ''])('that is none is told of: %j', async (revision) => {
    const reach: Reach = async () => true;
    const response = await edge({ reach }).fetch(
      '/graphql',
      post({ query: '{ ok }' }, asOf(revision).headers),
    );
    expect(response.status).toBe(400);
  });

  it('is not waited for longer than was said, nor once nobody waits', async () => {
    const { store } = serviceOf({ read: async () => [{ revision: 3, revisedAt: 1 }] } as never);
    const { reach } = followed(store);
    const began = performance.now();
    expect(await reach(3, { timeoutMs: 0 })).toBe(true);
    expect(await reach(4, { timeoutMs: 120 })).toBe(false);
    expect(await reach(4, { timeoutMs: 60_000, signal: AbortSignal.timeout(100) })).toBe(false);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
