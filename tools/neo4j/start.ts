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
/** Compiles sooner and less thoroughly: a quarter off the first minute, and slower ever after. */
const hastyOption = '-XX:TieredStopAtLevel=1';
const startLimitMs = 120_000;
const stopLimitMs = 20_000;
const linesKept = 20;

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** A Neo4j that runs beside this process, without a password. */
export type LocalNeo4j = { readonly uri: string; readonly pid: number | undefined; stop(): Promise<void> };

/** What the process may take: objects in the heap, and pages of its files. */
export type Memory = { readonly heapMiB: number; readonly pageCacheMiB: number };

/**
 * `directory` keeps the data; without `port` a free one is found; `isHasty` suits a test run, not a measurement;
 * `progress` hears what takes long.
 */
export type StartOptions = {
  readonly directory: string;
  readonly port?: number;
  readonly isHasty?: boolean;
  readonly memory?: Memory;
  readonly progress?: Progress;
};

/**
 * Starts a Neo4j on the loopback interface and waits until it answers, about ten seconds. It ends with this process,
 * however this process ends. Throws an Error that says what to do where Java or Maven is missing, where the port is
 * taken, and where Neo4j does not start.
 */
export async function startNeo4j(options: StartOptions): Promise<LocalNeo4j> {
  const { directory, isHasty = false, memory = smallMemory, progress = () => {} } = options;
  const classPath = await neo4jClassPath(progress);
  const port = await freePort(options.port ?? 0);
  await mkdir(directory, { recursive: true });
  progress('Starting Neo4j: about ten seconds.');
  const jvm = [`-Xmx${memory.heapMiB}m`, ...javaOptions, ...(isHasty ? [hastyOption] : [])];
  const program = [launcher, directory, String(port), String(memory.pageCacheMiB)];
  const java = spawn('java', [...jvm, '-cp', classPath, ...program], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Out of reach of the terminal's Ctrl-C, which would kill it before it has closed its files.
    detached: true,
  });
  await untilReady(java);
  return { uri: `bolt://127.0.0.1:${port}`, pid: java.pid, stop: () => stop(java) };
}

/** Gives `port` where it is free, or a free one for 0. */
async function freePort(port: number): Promise<number> {
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
      const { port: found } = server.address() as AddressInfo;
      server.close(() => resolve(found));
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
