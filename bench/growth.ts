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
  operations in turn, in this process; printed are the medians, their ratio, and of each statement how often it is
  asked for an operation, and how long that takes together, on average.
  --ops Q1,Q2        only these operations (${operations.map(({ id }) => id).join(', ')})
  --asked 100        how many sets of variables of each operation are asked
`;

type Taken = { readonly times: number; readonly took: number };

/** A graph of the two, with how it is asked. */
type Subject = {
  readonly drawn: ReadonlyMap<string, Drawn>;
  readonly ask: (body: string) => Promise<void>;
  /** How often each statement was asked since this was last called, and how long that took in all. */
  readonly taken: () => ReadonlyMap<string, Taken>;
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
  let statements = new Map<string, Taken>();
  const timed = observed(store, (name, seconds) => {
    const { times, took } = statements.get(name) ?? { times: 0, took: 0 };
    statements.set(name, { times: times + 1, took: took + seconds * 1000 });
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
      const taken = statements;
      statements = new Map();
      return taken;
    },
    close: () => store.close(),
  };
}

const median = (figures: readonly number[]) => spread(figures)?.median ?? Number.NaN;
const ms = (figure: number) => figure.toFixed(2);

/** One operation that was asked: how long it took, and its statements. */
type Run = { readonly took: number; readonly statements: ReadonlyMap<string, Taken> };

/** What the statements of some runs took, in ms a run, dearest first. */
function statementsOf(runs: readonly Run[]): string {
  const average = (name: string, of: keyof Taken) =>
    runs.reduce((sum, { statements }) => sum + (statements.get(name)?.[of] ?? 0), 0) / runs.length;
  const names = [...new Set(runs.flatMap(({ statements }) => [...statements.keys()]))];
  return names
    .map((name) => ({ name, times: average(name, 'times'), took: average(name, 'took') }))
    .sort((a, b) => b.took - a.took)
    .map(({ name, times, took }) => `${name} ${ms(took)}${times === 1 ? '' : ` (${times.toFixed(2)} times)`}`)
    .join(', ');
}

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
  const asked = Number(values.asked);
  for (const { id, ours } of chosen) {
    const runs = subjects.map((): Run[] => []);
    // Every set of variables once before any is timed: plans are made and pages are read then.
    for (const isTimed of [false, true]) {
      for (let turn = 0; turn < asked; turn += 1) {
        for (const [place, { drawn, ask, taken }] of subjects.entries()) {
          const sets = drawn.get(id)?.drawn ?? [];
          const variables = ours.variables(sets[turn % sets.length] ?? {});
          const body = JSON.stringify({ query: ours.query, variables });
          taken();
          const began = performance.now();
          await ask(body);
          if (isTimed) runs[place]?.push({ took: performance.now() - began, statements: taken() });
        }
      }
    }
    const [one = Number.NaN, other = Number.NaN] = runs.map((some) => median(some.map((run) => run.took)));
    process.stdout.write(`${id}: ${ms(one)} → ${ms(other)} ms, ${(other / one).toFixed(2)} times\n`);
    for (const [place, some] of runs.entries())
      process.stdout.write(`    ${place === 0 ? 'small' : 'large'}: ${statementsOf(some)}\n`);
  }
  await Promise.all(subjects.map(({ close }) => close()));
}

await main();
