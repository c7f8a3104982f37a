import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { openStore } from '../src/graph/open.ts';
import { limitsOfOneClient } from '../src/limits.ts';
import { schema } from '../src/schema/index.ts';
import { createHandler } from '../src/server/handler.ts';
import { loadGraph } from './data/load.ts';
import { readPoolsOf } from './data/pools.ts';
import { createRandom } from './data/random.ts';
import { drawFor } from './harness/draw.ts';
import { operations } from './ops/index.ts';
import { projectRoot } from './paths.ts';

/**
 * `npm run bench:leak [-- requests]`: asks mixed requests of the service in this process, documents
 * that never come again among them, and prints the heap after a collection ten times. Fails where that grows by more
 * than a tenth over the last half.
 */
const total = Number(process.argv[2] ?? 200_000);
const clients = 16;
const everyNew = 50;

async function main(): Promise<void> {
  const collect = globalThis.gc;
  if (!collect) throw new Error('run it with node --expose-gc');
  const storePath = await mkdtemp(join(tmpdir(), 'throughline-leak-'));
  await loadGraph({ things: 2_000, seed: 1, tree: projectRoot }, { NEO4J_URI: '', STORE_PATH: storePath });
  const store = await openStore({ storePath });
  const answers = { state: store.state, edition: 'leak', cacheBytes: 4 * 2 ** 20 };
  const handler = createHandler({
    schema,
    store,
    logger: pino({ level: 'silent' }),
    examples: [],
    answers,
    limits: limitsOfOneClient,
  });
  const bodies = await draw(store);
  let asked = 0;
  const ask = async () => {
    const number = asked;
    asked += 1;
    const body = number % everyNew === 0 ? newBody(number) : (bodies[number % bodies.length] ?? '');
    const headers = { 'content-type': 'application/json' };
    const response = await handler.fetch('http://localhost/graphql', { method: 'POST', headers, body });
    const answer = await response.text();
    if (response.status !== 200 || answer.includes('"errors"')) throw new Error(answer.slice(0, 300));
  };
  const heaps: number[] = [];
  for (let tenth = 1; tenth <= 10; tenth += 1) {
    const until = (total * tenth) / 10;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (asked < until) await ask();
      }),
    );
    collect();
    heaps.push(process.memoryUsage().heapUsed / 2 ** 20);
    process.stdout.write(`${asked} requests: heap ${heaps.at(-1)?.toFixed(1)} MiB\n`);
  }
  await store.close();
  await rm(storePath, { recursive: true, force: true });
  const [middle = 0, ...rest] = heaps.slice(4);
  const most = Math.max(...rest.map((heap) => heap / middle));
  process.stdout.write(`The last half is at most ${most.toFixed(3)} times the heap at its beginning.\n`);
  if (most > 1.1) process.exitCode = 1;
}

/** Requests of every operation but the paths and neighbourhoods, which take as long as all others together. */
async function draw(store: Awaited<ReturnType<typeof openStore>>): Promise<string[]> {
  const pools = await readPoolsOf(store);
  const random = createRandom(9);
  const sets = operations
    .filter(({ id }) => !['Q7', 'Q8'].includes(id))
    .flatMap((operation) => {
      const { drawn } = drawFor(operation, pools, 1);
      return drawn
        .slice(0, operation.id === 'Q4' ? 20 : 200)
        .map((set) =>
          JSON.stringify({ query: operation.ours.query, variables: operation.ours.variables(set) }),
        );
    });
  return sets
    .map((body) => ({ body, at: random.number() }))
    .sort((a, b) => a.at - b.at)
    .map(({ body }) => body);
}

/** A request whose document never comes again. */
function newBody(number: number): string {
  return JSON.stringify({ query: `{ a${number}: timeline(first: 2) { nodes { title date { edtf } } } }` });
}

await main();
