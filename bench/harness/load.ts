import { setTimeout as pause } from 'node:timers/promises';
import autocannon, { type Result } from 'autocannon';
import { cpuMs } from './cpu.ts';
import type { RunningServer } from './processes.ts';
import { headers } from './requests.ts';

/** What one run of requests showed. CPU is of all threads, in milliseconds a request; null where it cannot be read. */
export type Run = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly serverCpu: number | null;
  readonly neo4jCpu: number | null;
  /** Of both together. Other work on the machine slows all down, but takes no CPU time of theirs. */
  readonly cpu: number | null;
};

/** How a server is put under load: with which bodies, in turn, by how many clients, how long. */
export type LoadOptions = {
  readonly bodies: readonly string[];
  readonly clients: number;
  readonly seconds: number;
  readonly neo4jPid: number | undefined;
};

const longestPauseMs = 2000;

/** So much longer a run is tried again where no answer came in its time, so often. */
const patience = { factor: 4, times: 2 } as const;

/**
 * Sends requests for some seconds, each client its next one as soon as it has its answer. Throws an Error where any
 * answer was not a plain success.
 */
export async function runLoad(
  server: RunningServer,
  options: LoadOptions,
  times: number = patience.times,
): Promise<Run> {
  const run = await runOnce(server, options);
  // What was under way when the clients left keeps Neo4j busy a little longer, which the next server must not feel.
  await pause(Math.min(longestPauseMs, 2 * (run?.p50 ?? longestPauseMs)));
  if (run) return run;
  if (times === 0) throw new Error(`${server.kind.title} gave no answer within ${options.seconds} s.`);
  return runLoad(server, { ...options, seconds: options.seconds * patience.factor }, times - 1);
}

/** One run; null where no answer came. */
async function runOnce(server: RunningServer, options: LoadOptions): Promise<Run | null> {
  const { clients, seconds } = options;
  const latencies: number[] = [];
  const pids = [server.process.pid, server.kind.usesNeo4j ? options.neo4jPid : undefined];
  const before = await Promise.all(pids.map(cpuMs));
  const started = performance.now();
  const { non2xx, mismatches, errors } = await fire(server, options, (ms) => latencies.push(ms));
  const elapsed = (performance.now() - started) / 1000;
  const after = await Promise.all(pids.map(cpuMs));
  await server.check();
  const failures = { non2xx, mismatches, errors };
  if (non2xx + mismatches + errors > 0)
    throw new Error(
      `${server.kind.title} failed under ${clients} clients in ${seconds} s: ${JSON.stringify(failures)}`,
    );
  if (latencies.length === 0) return null;
  latencies.sort((a, b) => a - b);
  const [serverCpu = null, neo4jCpu = null] = pids.map((_, place) => {
    const [from, to] = [before[place] ?? null, after[place] ?? null];
    return from === null || to === null ? null : (to - from) / latencies.length;
  });
  return {
    perSecond: latencies.length / elapsed,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    serverCpu,
    neo4jCpu,
    cpu: serverCpu === null ? null : serverCpu + (neo4jCpu ?? 0),
  };
}

function fire(
  server: RunningServer,
  { bodies, clients, seconds }: LoadOptions,
  onAnswer: (ms: number) => void,
): Promise<Result> {
  let place = 0;
  const options: autocannon.Options = {
    url: server.url,
    method: 'POST',
    headers,
    connections: clients,
    duration: seconds,
    timeout: 60,
    verifyBody: (body) => isSuccess(String(body)),
    setupClient: (client) => {
      // Each client starts elsewhere in the list: asking in step would let one answer serve all.
      const from = Math.floor((bodies.length * place) / clients);
      place += 1;
      client.setRequests([...bodies.slice(from), ...bodies.slice(0, from)].map((body) => ({ body })));
    },
  };
  return new Promise((resolve, reject) => {
    const done = (error: unknown, result: Result) => (error ? reject(error) : resolve(result));
    autocannon(options, done).on('response', (_client, _status, _bytes, ms) => onAnswer(ms));
  });
}

/** GraphQL answers 200 to much that has failed. */
function isSuccess(body: string): boolean {
  return body.startsWith('{"data":{') && !body.includes('"errors":[{');
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
