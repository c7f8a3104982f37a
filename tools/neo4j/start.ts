import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { neo4jClassPath, type Progress } from './class-path.ts';

const launcher = fileURLToPath(new URL('Launcher.java', import.meta.url));
const javaOptions = [
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
];
/** Enough for a graph of some hundred thousand things. */
const smallMemory: Memory = { heapMiB: 1024, pageCacheMiB: 128 };
/** What Neo4j has of itself. */
const usualPlanSeconds = 10;
/** Compiles sooner and less thoroughly: a quarter off the first minute, and slower ever after. */
const hastyOption = '-XX:TieredStopAtLevel=1';
const startLimitMs = 120_000;
const stopLimitMs = 20_000;
const linesKept = 20;

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** A process beside this one. */
type Running = { readonly pid: number | undefined; stop(): Promise<void> };

/** A Neo4j that runs beside this process, without a password. */
export type LocalNeo4j = Running & { readonly uri: string };

/** Neo4js that run in one process beside this one, without passwords. */
export type LocalNeo4js = Running & { readonly uris: readonly string[] };

/** What a Neo4j may take: objects in the heap, and pages of its files. */
export type Memory = { readonly heapMiB: number; readonly pageCacheMiB: number };

/**
 * `isHasty` suits a test run, not a measurement; `progress` hears what takes long. A statement is planned again when the
 * graph has changed much, but not within `planSeconds`.
 */
type ProcessOptions = {
  readonly planSeconds?: number;
  readonly isHasty?: boolean;
  readonly memory?: Memory;
  readonly progress?: Progress;
};

/** `directory` keeps the data; without `port` a free one is found. */
export type StartOptions = ProcessOptions & { readonly directory: string; readonly port?: number };

/**
 * Starts a Neo4j on the loopback interface and waits until it answers, about ten seconds. It ends with this process,
 * however this process ends. Throws an Error that says what to do where Java or Maven is missing, where the port is
 * taken, and where Neo4j does not start.
 */
export async function startNeo4j({ directory, port = 0, ...options }: StartOptions): Promise<LocalNeo4j> {
  const classPath = await neo4jClassPath(options.progress ?? (() => {}));
  const [held, release] = await hold(port);
  await release();
  const server = { directory, port: held };
  return { ...(await startProcess(classPath, [server], options)), uri: uriOf(server) };
}

/**
 * The same for several directories, with a Neo4j for each, in one process: what it has learnt about planning statements
 * for one it knows for all.
 */
export async function startNeo4js(
  directories: readonly string[],
  options: ProcessOptions = {},
): Promise<LocalNeo4js> {
  const classPath = await neo4jClassPath(options.progress ?? (() => {}));
  const held = await Promise.all(directories.map(async (directory) => ({ directory, port: await hold(0) })));
  const servers = held.map(({ directory, port: [port] }) => ({ directory, port }));
  await Promise.all(held.map(({ port: [, release] }) => release()));
  return { ...(await startProcess(classPath, servers, options)), uris: servers.map(uriOf) };
}

type Server = { readonly directory: string; readonly port: number };

const uriOf = ({ port }: Server) => `bolt://127.0.0.1:${port}`;

async function startProcess(
  classPath: string,
  servers: readonly Server[],
  { planSeconds = usualPlanSeconds, isHasty = false, memory = smallMemory, progress }: ProcessOptions,
): Promise<Running> {
  for (const { directory } of servers) await mkdir(directory, { recursive: true });
  progress?.('Starting Neo4j: about ten seconds.');
  const heap = `-Xmx${memory.heapMiB * servers.length}m`;
  const jvm = [heap, ...javaOptions, ...(isHasty ? [hastyOption] : [])];
  const places = servers.flatMap(({ directory, port }) => [directory, String(port)]);
  const program = [launcher, String(memory.pageCacheMiB), String(planSeconds), ...places];
  const java = spawn('java', [...jvm, '-cp', classPath, ...program], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Out of reach of the terminal's Ctrl-C, which would kill it before it has closed its files.
    detached: true,
  });
  await untilReady(java);
  return { pid: java.pid, stop: () => stop(java) };
}

/** Holds `port` where it is free, or a free one for 0, so that nobody else is given it; gives it, and what lets it go. */
async function hold(port: number): Promise<[port: number, release: () => Promise<void>]> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new Error(`Port ${port} of 127.0.0.1 is taken: stop what listens there, or choose another.`, {
          cause,
        }),
      );
    });
    server.listen(port, '127.0.0.1', () => {
      const { port: held } = server.address() as AddressInfo;
      resolve([held, () => new Promise((released) => server.close(() => released()))]);
    });
  });
}

function untilReady(java: Child): Promise<void> {
  const lastLines: string[] = [];
  // Both streams are read to the end: a full pipe would stop Neo4j.
  createInterface({ input: java.stderr }).on('line', (line) => {
    if (!/^\s/.test(line)) lastLines.push(line); // what happened, without the stack
    if (lastLines.length > linesKept) lastLines.shift();
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      java.kill('SIGKILL');
      reject(new Error(`Neo4j did not answer within ${startLimitMs / 1000} s.\n${lastLines.join('\n')}`));
    }, startLimitMs);
    java.once('close', (code) => {
      clearTimeout(timer);
      reject(new Error(`Neo4j ended with ${code}.\n${lastLines.join('\n')}`));
    });
    createInterface({ input: java.stdout }).on('line', (line) => {
      if (line !== 'READY') return;
      clearTimeout(timer);
      resolve();
    });
  });
}

async function stop(java: Child): Promise<void> {
  if (java.exitCode !== null || java.signalCode !== null) return;
  const closed = new Promise((resolve) => java.once('close', resolve));
  const timer = setTimeout(() => java.kill('SIGKILL'), stopLimitMs);
  java.stdin.end();
  await closed;
  clearTimeout(timer);
}
