import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../paths.ts';
import type { ServerKind } from '../servers/index.ts';

const startLimitMs = 60_000;
const stopLimitMs = 10_000;
const pollMs = 100;

/** A server that runs as a process of its own. */
export type RunningServer = {
  readonly kind: ServerKind;
  readonly url: string;
  readonly process: ChildProcess;
  /** Throws an Error with the end of the server's log where its process has ended. */
  check(): Promise<void>;
  stop(): Promise<void>;
};

/** What a server is started with: its variables, options for node, and the file its log goes to. */
export type StartOptions = {
  /** The checkout of Throughline that ours is started in. */
  readonly tree: string;
  readonly env: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
  readonly log: string;
};

/** Starts a server on a free port and waits until it answers. Throws an Error with the end of its log where it does not. */
export async function startServer(kind: ServerKind, options: StartOptions): Promise<RunningServer> {
  const port = await freePort();
  const log = openSync(options.log, 'w');
  const loader = kind.isOurs || kind.built ? [] : ['--import', 'tsx'];
  const child = spawn(process.execPath, [...(options.nodeOptions ?? []), ...loader, ...kind.script], {
    cwd: kind.isOurs ? options.tree : projectRoot,
    stdio: ['ignore', log, log, 'ipc'],
    // As in production: graphql-js checks less then.
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      CACHE: kind.keepsAnswers ? '' : '0',
      // All load comes from one client, who may spend without end; what is spent is counted all the same.
      LIMIT_RATE: '999999999999',
      ...options.env,
    },
  });
  closeSync(log);
  // Nothing is sent over the channel but what servers/capture.ts is asked; it must not keep this process alive.
  child.channel?.unref();
  const server = {
    kind,
    url: `http://127.0.0.1:${port}/graphql`,
    process: child,
    check: () => check(child, kind, options.log),
    stop: () => stop(child),
  };
  try {
    await untilReady(server);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilReady(server: RunningServer): Promise<void> {
  const end = Date.now() + startLimitMs;
  while (!(await answers(server.url))) {
    await server.check();
    if (Date.now() > end)
      throw new Error(`${server.kind.title} did not answer within ${startLimitMs / 1000} s.`);
    await pause(pollMs);
  }
}

async function answers(url: string): Promise<boolean> {
  const body = JSON.stringify({ query: '{ __typename }' });
  const headers = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body }).then(
    (response) => response.ok,
    () => false,
  );
}

async function check(child: ChildProcess, { title }: ServerKind, log: string): Promise<void> {
  if (!hasEnded(child)) return;
  const lines = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-20);
  throw new Error(`${title} has ended (${child.exitCode ?? child.signalCode}).\n${lines.join('\n')}`);
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), stopLimitMs);
  await closed;
  clearTimeout(late);
}
