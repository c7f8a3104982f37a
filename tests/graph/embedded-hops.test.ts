import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { openEmbedded } from '../../src/graph/embedded.ts';
import { keepHops } from '../../src/graph/embedded-hops.ts';
import type { Statement } from '../../src/graph/store.ts';

const request = { from: 'thing-0', to: 'thing-2', types: ['PARTNER_OF'], maxLength: 2, wanted: 1 };
const answer = { ways: [['thing-1', 'thing-2']] };

/** Things one after another, each a partner of the next: reading them takes far longer than the time allowed below. */
const chain: Statement = {
  name: 'test.chain',
  text:
    "UNWIND range(0, 10000) AS i CREATE (:Thing {id: 'thing-' + toString(2 * i)})-[:PARTNER_OF]->" +
    "(:Thing {id: 'thing-' + toString(2 * i + 1)})-[:PARTNER_OF]->(:Thing {id: 'thing-' + toString(2 * i + 2)})",
  row: z.unknown().parse,
};

it('refuses ways as any statement whose request has ended or whose time is over, and answers who asks next', async () => {
  const store = await openEmbedded();
  await store.write(({ run }) => run(chain, {}));
  const ended = 'shortestWays was given up: its request has ended.';
  const late = 'shortestWays was given up: it took longer than 1 ms.';
  const refusal = (message: string) => ({ name: 'StoreError', code: 'TIMEOUT', message });
  const ask = (options: Parameters<typeof store.shortestWays>[1]) => store.shortestWays(request, options);
  await expect(ask({ signal: AbortSignal.abort() })).rejects.toMatchObject(refusal(ended));
  await expect(ask({ timeoutMs: 1 })).rejects.toMatchObject(refusal(late));
  expect(await ask({ timeoutMs: 60_000 })).toMatchObject(answer);
  await store.close();
});

it('lets others have their turn while many hops are read', async () => {
  const ids = Array.from({ length: 100_001 }, (_, index) => `thing-${index}`);
  const columns = { owners: ids.slice(0, -1), others: ids.slice(1) };
  const hops = keepHops(async ({ name }) => (name === 'embedded.allHops.PARTNER_OF' ? [columns] : []));
  let [turns, isRead] = [0, false];
  const finding = hops.ways(request).finally(() => {
    isRead = true;
  });
  for (; !isRead; turns += 1) await turn();
  expect(await finding).toMatchObject(answer);
  expect(turns).toBeGreaterThanOrEqual(20);
});

it('reads all hops anew after writes that tell of very many, and else only what those tell of', async () => {
  const reads: string[] = [];
  const hops = keepHops(async ({ name }) => {
    if (name.endsWith('.PARTNER_OF')) reads.push(name);
    return [];
  });
  const others = Array.from({ length: 10_000 }, (_, index) => `other-${index}`);
  await hops.ways(request);
  hops.apply(others);
  await hops.ways(request);
  hops.apply(others);
  hops.apply(['one-more']);
  await hops.ways(request);
  hops.apply(['one-more']);
  await hops.ways(request);
  const [all, owned] = ['embedded.allHops.PARTNER_OF', 'embedded.ownedHops.PARTNER_OF'];
  expect(reads).toEqual([all, owned, all, owned]);
});
