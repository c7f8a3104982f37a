import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Driver } from 'neo4j-driver';
import { nameIndex } from '../ops/q6.ts';

/** Which graph to make up, and the checkout of Throughline that does it. */
export type Wanted = { readonly things: number; readonly seed: number; readonly tree: string };

/** Makes up a graph and loads it into the store that `env` names, both by Throughline's own commands. */
export async function loadGraph(
  { things, seed, tree }: Wanted,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const start = (args: readonly string[], input: 'ignore' | 'pipe', output: 'pipe' | 'ignore') =>
    spawn(process.execPath, args, {
      cwd: tree,
      stdio: [input, output, 'inherit'],
      env: { ...process.env, ...env },
    });
  const main = join('dist', 'main.js');
  const maker = start(
    [main, 'generate', '--things', String(things), '--seed', String(seed)],
    'ignore',
    'pipe',
  );
  const loader = start([main, 'load', '--wait', '--stream', '-'], 'pipe', 'ignore');
  // Where the loader gives up it says why; that nothing more can be written to it is no news then.
  loader.stdin?.on('error', () => maker.kill());
  if (loader.stdin) maker.stdout?.pipe(loader.stdin);
  await Promise.all([succeeded('generate', maker), succeeded('load', loader)]);
}

async function succeeded(command: string, child: ChildProcess): Promise<void> {
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`throughline ${command} ended with ${code}.`);
}

/** Makes the index that a user of the peer, or of Cypher by hand, would search names with. */
export async function indexNames(driver: Driver): Promise<void> {
  await driver.executeQuery(
    `CREATE FULLTEXT INDEX ${nameIndex} IF NOT EXISTS FOR (n:Entity) ON EACH [n.nameEn, n.nameKo, n.aliases]`,
  );
  await driver.executeQuery('CALL db.awaitIndexes(600)');
}
