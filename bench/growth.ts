import { parseArgs } from 'node:util';
import pino from 'pino';
import { observed } from '../src/graph/observed.ts';
import { openStore } from '../src/graph/open.ts';
import { limitsOfOneClient } from '../src/limits.ts';
import { schema } from '../src/schema/index.ts';
import { createHandler } from '../src/server/handler.ts';
import { readPoolsOf } from './data/pools.ts';
import { type Drawn, drawFor } from './harness/draw.ts';
import { say } from './harness/say.ts';
import { spread } from './harness/statistics.ts';
import { operations } from './ops/index.ts';

const usage = `npm run bench:growth -- --small <graph> --large <graph> [options]
  A graph is the address of a Neo4j (bolt://…) or a folder of the embedded engine. One client asks both the same
  operations in turn, in this process; printed are the medians, their ratio, and the median of each statement.
  --ops Q1,Q2        only these operations (${operations.map(({ id }) => id).join(', ')})
  --asked 100        how many sets of variables of each operation are asked
`;

/** A graph of the two, with how it is asked and how long its statements took since they were last taken. */
type Subject = {
  readonly drawn: ReadonlyMap<string, Drawn>;
  readonly ask: (body: string) => Promise<void>;
  readonly taken: () => ReadonlyMap<string, readonly number[]>;
  readonly close: () => Promise<void>;
};

async function open(graph: string, asked: readonly (typeof operations)[number][]): Promise<Subject> {
  const store = await openStore(
    graph.includes('://')
      ? { neo4j: { uri: graph, user: 'neo4j', password: process.env.NEO4J_PASSWORD ?? '' } }
      : { storePath: graph },
  );
  say(`Drawing what is asked of ${graph}.`);
  const pools = await readPoolsOf(store);
  const times = new Map<string, number[]>();
  const timed = observed(store, (name, seconds) => {
    times.set(name, [...(times.get(name) ?? []), seconds * 1000]);
  });
  const handler = createHandler({
    schema,
    store: timed,
    logger: pino({ level: 'silent' }),
    examples: [],
    limits: limitsOfOneClient,
  });
  return {
    drawn: new Map(asked.map((operation) => [operation.id, drawFor(operation, pools, 1)])),
    ask: async (body) => {
      const headers = { 'content-type': 'application/json', 'accept-language': 'en' };
      const response = await handler.fetch('http://localhost/graphql', { method: 'POST', headers, body });
      const answer = await response.text();
      if (response.status !== 200 || answer.includes('"errors"')) throw new Error(answer.slice(0, 300));
    },
    taken: () => {
      const taken = new Map(times);
      times.clear();
      return taken;
    },
    close: () => store.close(),
  };
}

const median = (figures: readonly number[]) => spread(figures)?.median ?? Number.NaN;
const ms = (figure: number) => figure.toFixed(2);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      small: { type: 'string' },
      large: { type: 'string' },
      ops: { type: 'string' },
      asked: { type: 'string', default: '100' },
    },
  });
  const { small, large, ops } = values;
  if (small === undefined || large === undefined) throw new Error(usage);
  const wanted = ops?.split(',');
  const chosen = operations.filter(({ id }) => !wanted || wanted.includes(id));
  const subjects = [await open(small, chosen), await open(large, chosen)];
  for (const { id, ours } of chosen) {
    const times = subjects.map((): number[] => []);
    const asked = Number(values.asked);
    // Every set of variables once before any is timed: plans are made and pages are read then.
    for (const isTimed of [false, true]) {
      for (const { taken } of subjects) taken();
      for (let turn = 0; turn < asked; turn += 1) {
        for (const [place, { drawn, ask }] of subjects.entries()) {
          const sets = drawn.get(id)?.drawn ?? [];
          const variables = ours.variables(sets[turn % sets.length] ?? {});
          const body = JSON.stringify({ query: ours.query, variables });
          const began = performance.now();
          await ask(body);
          if (isTimed) times[place]?.push(performance.now() - began);
        }
      }
    }
    const [one = Number.NaN, other = Number.NaN] = times.map(median);
    process.stdout.write(`${id}: ${ms(one)} → ${ms(other)} ms, ${(other / one).toFixed(2)} times\n`);
    for (const [place, { taken }] of subjects.entries()) {
      const parts = [...taken()].map(
        ([name, all]) =>
          `${name} ${ms(median(all))}${all.length === asked ? '' : ` × ${all.length / asked}`}`,
      );
      process.stdout.write(`    ${place === 0 ? 'small' : 'large'}: ${parts.join(', ')}\n`);
    }
  }
  await Promise.all(subjects.map(({ close }) => close()));
}

await main();
