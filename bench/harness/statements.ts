import { once } from 'node:events';
import { join } from 'node:path';
import type { Operation, Variables } from '../ops/operation.ts';
import { projectRoot } from '../paths.ts';
import type { ServerKind } from '../servers/index.ts';
import { type RunningServer, type StartOptions, startServer } from './processes.ts';
import { bodyFor, headers } from './requests.ts';
import { spread } from './statistics.ts';

/** What one operation costs in Neo4j: statements, and their db hits. Medians over some sets of variables. */
export type Cost = {
  readonly statements: number;
  readonly dbHits: number;
  readonly texts: readonly string[];
};

type Noted = readonly { readonly text: string; readonly dbHits: number | null }[];

/**
 * What each operation costs a kind of server, by the operation's id: found by a second server of the kind, which notes
 * its statements. See servers/capture.ts.
 */
export async function costsOf(
  kind: ServerKind,
  asked: readonly { readonly operation: Operation; readonly drawn: readonly Variables[] }[],
  options: StartOptions,
): Promise<ReadonlyMap<string, Cost>> {
  const server = await startServer(kind, capturing(kind, options));
  try {
    const costs = new Map<string, Cost>();
    for (const { operation, drawn } of asked) costs.set(operation.id, await costOf(server, operation, drawn));
    return costs;
  } finally {
    await server.stop();
  }
}

function capturing({ isOurs }: ServerKind, options: StartOptions): StartOptions {
  const owner = isOurs ? options.tree : join(projectRoot, 'bench');
  const preload = ['--import', 'tsx', '--import', join(projectRoot, 'bench', 'servers', 'capture.ts')];
  return {
    ...options,
    nodeOptions: preload,
    env: { ...options.env, CAPTURE_FROM: join(owner, 'package.json') },
  };
}

async function costOf(
  server: RunningServer,
  operation: Operation,
  drawn: readonly Variables[],
): Promise<Cost> {
  const noted: Noted[] = [];
  for (const one of drawn) {
    // What it ran before, such as when it started, is of no account.
    server.process.send?.('forget');
    const response = await fetch(server.url, {
      method: 'POST',
      headers,
      body: bodyFor(server.kind, operation, one),
    });
    await response.text();
    noted.push(await profiled(server));
  }
  return {
    statements: spread(noted.map((statements) => statements.length))?.median ?? 0,
    dbHits:
      spread(noted.map((statements) => statements.reduce((sum, one) => sum + (one.dbHits ?? 0), 0)))
        ?.median ?? 0,
    texts: [...new Set(noted.flat().map(({ text }) => text))],
  };
}

/** What the server has noted since it was last told to forget. */
async function profiled(server: RunningServer): Promise<Noted> {
  const over = new AbortController();
  const answered = once(server.process, 'message', { signal: over.signal });
  const ended = once(server.process, 'close', { signal: over.signal }).then(() => server.check());
  server.process.send?.('profile');
  const [noted] = (await Promise.race([answered, ended])) as [Noted | string];
  ended.catch(() => {});
  over.abort();
  if (typeof noted === 'string') throw new Error(`${server.kind.title}: ${noted}`);
  return noted;
}
