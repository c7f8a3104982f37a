import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Graph, openGraph } from './data/graph.ts';
import { readPools } from './data/pools.ts';
import { type Drawn, drawFor, sampled } from './harness/draw.ts';
import { type Measured, measure, type Subject, warmUp } from './harness/measure.ts';
import { type RunningServer, type StartOptions, startServer } from './harness/processes.ts';
import { failures, markdown, type Results } from './harness/report.ts';
import { bodyFor } from './harness/requests.ts';
import { say } from './harness/say.ts';
import { costsOf } from './harness/statements.ts';
import { verifySame } from './harness/verify.ts';
import { type Options, readOptions, usage } from './options.ts';
import { projectRoot } from './paths.ts';
import type { ServerKind } from './servers/index.ts';
import { connect } from './servers/neo4j.ts';

const running: { stop(): Promise<void> }[] = [];

/** Stops the servers and then Neo4j, the last started first. */
async function stopAll(): Promise<void> {
  for (let one = running.pop(); one; one = running.pop()) await one.stop();
}

async function bench(options: Options): Promise<Results> {
  say('Building Throughline.');
  await promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: options.tree });
  for (const { built } of options.servers) {
    if (!built) continue;
    const build = ['vite', 'build', '--ssr', built.of, '--outDir', built.into];
    await promisify(execFile)('npx', build, { cwd: projectRoot });
  }
  const graph = await openGraph({
    ...options,
    isEmbeddedToo: options.servers.some(({ name }) => name === 'embedded'),
  });
  running.push(graph);
  const drawn = await drawAll(options, graph);
  const servers = await startAll(options, graph);
  const { verified } = options.isQuick ? sampled.quick : sampled.full;
  for (const one of drawn) {
    await verifySame(one.operation, one.drawn.slice(0, verified), answering(servers, one));
    say(`${one.operation.id}: all servers answer the same.`);
  }
  const costs = await countAll(options, graph, drawn);
  const measured: Measured[] = [];
  if (options.isChecking) return { ...options, measured, costs };
  const pace = { ...options, neo4jPid: graph.neo4jPid };
  const subjects = subjectsOf(servers, drawn);
  await warmUp(subjects, pace, options.firstWarmUpSeconds);
  for (const subject of subjects) measured.push(...(await measure(subject, pace)));
  return { ...options, measured, costs };
}

/** What operations cost in Neo4j, by server; nothing for a run that has no time for it or is about something else. */
async function countAll(options: Options, graph: Graph, drawn: readonly Drawn[]): Promise<Results['costs']> {
  const costs = new Map<string, Awaited<ReturnType<typeof costsOf>>>();
  if (options.isProfiling || (options.isQuick && !options.isChecking)) return costs;
  for (const kind of options.servers.filter(({ usesNeo4j }) => usesNeo4j)) {
    say(`Counting what ${kind.title} asks of Neo4j.`);
    const some = drawn
      .filter(({ operation }) => answers(kind, operation))
      .map((one) => ({ ...one, drawn: one.drawn.slice(0, sampled.counted) }));
    costs.set(kind.name, await costsOf(kind, some, startOptions(options, graph, `${kind.name}-counted`)));
  }
  return costs;
}

async function drawAll(options: Options, { uri }: Graph): Promise<Drawn[]> {
  const driver = connect(uri);
  try {
    const pools = await readPools(driver);
    return options.operations.map((operation) => drawFor(operation, pools, options.seed));
  } finally {
    await driver.close();
  }
}

async function startAll(options: Options, graph: Graph): Promise<RunningServer[]> {
  const servers: RunningServer[] = [];
  for (const kind of options.servers) {
    say(`Starting ${kind.title}.`);
    const nodeOptions =
      options.isProfiling && (kind.isOurs || kind.built)
        ? ['--cpu-prof', `--cpu-prof-dir=${process.cwd()}`]
        : [];
    const server = await startServer(kind, { ...startOptions(options, graph, kind.name, kind), nodeOptions });
    running.push(server);
    servers.push(server);
  }
  return servers;
}

function startOptions({ tree }: Options, graph: Graph, name: string, kind?: ServerKind): StartOptions {
  const store: Record<string, string> =
    kind?.name === 'embedded' ? { NEO4J_URI: '', STORE_PATH: graph.storePath } : { NEO4J_URI: graph.uri };
  return { tree, env: store, log: join(graph.logs, `${name}.log`) };
}

function answers(kind: ServerKind, operation: Drawn['operation']): boolean {
  return kind.speaks !== 'hello' && (!kind.onlyNaive || operation.naive === true);
}

function answering(servers: readonly RunningServer[], { operation }: Drawn): RunningServer[] {
  return servers.filter(({ kind }) => answers(kind, operation));
}

/** Each operation, and by itself the server that has none to answer. */
function subjectsOf(servers: readonly RunningServer[], drawn: readonly Drawn[]): Subject[] {
  const hello = servers.filter(({ kind }) => kind.speaks === 'hello');
  const subjects = drawn.map((one) => ({
    id: one.operation.id,
    asked: answering(servers, one).map((server) => {
      return { server, bodies: one.drawn.map((set) => bodyFor(server.kind, one.operation, set)) };
    }),
  }));
  const greeting = {
    id: 'hello',
    asked: hello.map((server) => ({ server, bodies: ['{"query":"{ hello }"}'] })),
  };
  return hello.length > 0 ? [greeting, ...subjects] : subjects;
}

/** The command: measures, prints the tables, and with `--assert` fails where ours is too slow. */
export async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return void process.stdout.write(usage);
  const options = readOptions(args);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      say(`Stopped by ${signal}; the servers and Neo4j are being stopped too.`);
      void stopAll().finally(() => process.exit(128 + constants.signals[signal]));
    });
  }
  const results = await bench(options).finally(stopAll);
  process.stdout.write(`\n${markdown(results)}\n`);
  if (options.json !== undefined) await writeFile(options.json, json(options, results));
  const failed = options.isAsserting ? failures(results, Math.max(...options.clients)) : [];
  for (const failure of failed) say(failure);
  if (failed.length > 0) process.exitCode = 1;
}

function json({ things, seed, seconds, rounds }: Options, { measured, costs }: Results): string {
  const plainCosts = Object.fromEntries(
    [...costs].map(([server, byId]) => [server, Object.fromEntries(byId)]),
  );
  return `${JSON.stringify({ things, seed, seconds, rounds, measured, costs: plainCosts }, null, 2)}\n`;
}
