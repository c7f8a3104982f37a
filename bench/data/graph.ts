import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from 'neo4j-driver';
import { startNeo4j } from '../../tools/neo4j/start.ts';
import { say } from '../harness/say.ts';
import { connect } from '../servers/neo4j.ts';
import { indexNames, loadGraph, type Wanted } from './load.ts';

/** The graph that all servers answer from: in a Neo4j that runs, and in the embedded engine's folder. */
export type Graph = {
  readonly uri: string;
  readonly neo4jPid: number | undefined;
  readonly storePath: string;
  /** Where servers may write their logs. */
  readonly logs: string;
  stop(): Promise<void>;
};

/** Which graph, whether the embedded engine needs it too, and where it is kept, if it is. */
export type GraphOptions = Wanted & {
  readonly isEmbeddedToo: boolean;
  readonly data?: string;
  /** A Neo4j that runs, and what is in it. */
  readonly uri?: string;
};

/** Starts Neo4j and loads the graph, or uses the one that `data` holds where nothing it depends on has changed. */
export async function openGraph(options: GraphOptions): Promise<Graph> {
  const folder = options.data ?? (await mkdtemp(join(tmpdir(), 'throughline-bench-')));
  if (options.uri !== undefined) return graphAt(options.uri, folder);
  const [neo4jFolder, embeddedFolder] = [join(folder, 'neo4j'), join(folder, 'embedded')];
  const logs = join(folder, 'logs');
  await mkdir(logs, { recursive: true });
  const madeOf = await fingerprint(options);
  await Promise.all([neo4jFolder, embeddedFolder].map((one) => dropUnless(one, madeOf)));
  const neo4j = await startNeo4j({ directory: neo4jFolder, progress: say });
  const stop = async () => {
    await neo4j.stop();
    if (options.data === undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    // The first statement of a Neo4j that has just started can take longer than a store may be given.
    await withDriver(neo4j.uri, (driver) => driver.executeQuery('RETURN 1'));
    await loadOnce(neo4jFolder, madeOf, 'Neo4j', async () => {
      await loadGraph(options, { NEO4J_URI: neo4j.uri });
      await withDriver(neo4j.uri, indexNames);
    });
    if (options.isEmbeddedToo)
      await loadOnce(embeddedFolder, madeOf, 'the embedded engine', () =>
        loadGraph(options, { NEO4J_URI: '', STORE_PATH: join(embeddedFolder, 'graph') }),
      );
  } catch (error) {
    await stop();
    throw error;
  }
  return { uri: neo4j.uri, neo4jPid: neo4j.pid, storePath: join(embeddedFolder, 'graph'), logs, stop };
}

/** The graph of a Neo4j that was there before, and stays. */
async function graphAt(uri: string, folder: string): Promise<Graph> {
  await withDriver(uri, indexNames);
  return { uri, neo4jPid: undefined, storePath: '', logs: folder, stop: async () => {} };
}

const markFile = 'made-of.txt';

async function loadOnce(
  folder: string,
  madeOf: string,
  store: string,
  load: () => Promise<void>,
): Promise<void> {
  if (existsSync(join(folder, markFile))) return;
  say(`Loading the graph into ${store}.`);
  await load();
  await writeFile(join(folder, markFile), madeOf);
}

async function withDriver(uri: string, use: (driver: Driver) => Promise<unknown>): Promise<void> {
  const driver = connect(uri);
  await use(driver).finally(() => driver.close());
}

/** Empties a folder that holds another graph than the one wanted, or half of one. */
async function dropUnless(folder: string, madeOf: string): Promise<void> {
  const found = await readFile(join(folder, markFile), 'utf8').catch(() => null);
  if (found !== madeOf) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

/** What makes and stores the graph. */
const makers = ['generate', 'dossier', 'model', 'time', 'search'] as const;

async function fingerprint({ things, seed, tree }: GraphOptions): Promise<string> {
  const hash = createHash('sha256').update(`${things} ${seed}`);
  for (const maker of makers) {
    const folder = join(tree, 'src', maker);
    const files = existsSync(folder) ? await readdir(folder, { recursive: true }) : [];
    for (const file of files.filter((name) => name.endsWith('.ts')).sort())
      hash.update(await readFile(join(folder, file)));
  }
  return hash.digest('hex');
}
