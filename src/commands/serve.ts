import { constants } from 'node:os';
import { type Config, readConfig } from '../config.ts';
import type { Dossier } from '../dossier/format.ts';
import { loadDossiers } from '../dossier/load.ts';
import type { FollowedStore } from '../graph/follow.ts';
import { storedArticles } from '../graph/statements/load.ts';
import { schema } from '../schema/index.ts';
import { readEdition } from '../server/answers/edition.ts';
import { createLogger } from '../server/logger.ts';
import { createMetrics, type Metrics } from '../server/metrics.ts';
import { type RunningServer, startServer } from '../server/start.ts';
import { type Command, counted } from './command.ts';
import { readSound } from './load.ts';
import { withStore } from './store.ts';

/** What `throughline serve` is told. */
export type ServeArgs = { readonly data: string; readonly load: boolean; readonly wait?: boolean };

/** `throughline serve`: loads the dossiers and serves the graph until it is told to stop. */
export const serve: Command<ServeArgs> = async ({ data, load, wait }, output) => {
  // Until something is served there is nothing to finish, and a load is one transaction. Without a handler, a signal
  // would not reach the first process of a container at all.
  const unless = onSignal(() => process.exit(0));
  const dossiers = load ? await readSound(data) : [];
  const metrics = readConfig().metrics ? createMetrics() : undefined;
  return withStore({ wait, observer: metrics?.observer }, output, async (store, config) => {
    const server = await start(store, config, dossiers, metrics);
    unless();
    output.print(`Throughline is at ${server.url}/graphql (${await describe(store)})`);
    await untilSignal();
    await server.stop();
    return 0;
  });
};

async function start(
  store: FollowedStore,
  config: Config,
  dossiers: readonly Dossier[],
  metrics: Metrics | undefined,
): Promise<RunningServer> {
  const logger = createLogger(config.logLevel);
  await store.ensureSchema();
  // The embedded store follows its dossiers; a Neo4j may hold what others have loaded.
  const removeOthers = !config.neo4j;
  if (dossiers.length > 0)
    logger.info(await loadDossiers(store, dossiers, { removeOthers }), 'dossiers loaded');
  const { cacheBytes } = config;
  const answers = { state: store.state, edition: await readEdition(), cacheBytes };
  return startServer({ schema, store, config, logger, answers, limits: config, telling: config, metrics });
}

async function describe(store: FollowedStore): Promise<string> {
  const [{ engine, version }, articles] = await Promise.all([store.health(), store.read(storedArticles, {})]);
  const name = engine === 'neo4j' ? `Neo4j ${version}` : 'embedded engine';
  return `${name}, ${counted(articles.length, 'article')}`;
}

/** Waits for the first signal; a second one does not wait for what the first set going. */
async function untilSignal(): Promise<void> {
  await new Promise<void>((resolve) => {
    const first = onSignal(() => {
      first();
      onSignal((signal) => process.exit(128 + constants.signals[signal]));
      resolve();
    });
  });
}

/** Acts on the signals that ask a process to stop, until the function it gives is called. */
function onSignal(act: (signal: 'SIGTERM' | 'SIGINT') => void): () => void {
  process.on('SIGTERM', act).on('SIGINT', act);
  return () => process.off('SIGTERM', act).off('SIGINT', act);
}
