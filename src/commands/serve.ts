import { constants } from 'node:os';
import type { Logger } from 'pino';
import { type Config, readConfig } from '../config.ts';
import type { Dossier } from '../dossier/format.ts';
import { loadDossiers } from '../dossier/load.ts';
import { createWriter } from '../dossier/writer.ts';
import { createFeed } from '../graph/feed.ts';
import type { FollowedStore } from '../graph/follow.ts';
import { storedArticles } from '../graph/statements/load.ts';
import type { Observer } from '../graph/store.ts';
import { schema } from '../schema/index.ts';
import { readEdition } from '../server/answers/edition.ts';
import { createLogger } from '../server/logger.ts';
import { startServer } from '../server/start.ts';
import { type Command, counted } from './command.ts';
import { readSound } from './load.ts';
import { type NamedFiles, namedFiles } from './named-files.ts';
import { withStore } from './store.ts';

/** What `throughline serve` is told. */
export type ServeArgs = { readonly data: string; readonly load: boolean; readonly wait?: boolean };

/** `throughline serve`: loads the dossiers and serves the graph until it is told to stop. */
export const serve: Command<ServeArgs> = async ({ data, load, wait }, output) => {
  // Until something is served there is nothing to finish, and a load is one transaction. Without a handler, a signal
  // would not reach the first process of a container at all.
  const unless = onSignal(() => process.exit(0));
  const settings = readConfig();
  const files = await namedFiles(settings);
  const dossiers = load ? await readSound(data) : [];
  const logger = createLogger(settings.logLevel);
  const { observer, stop, ...edge } = await edgeOf(settings, files, logger);
  return withStore({ wait, observer }, output, async (store, config) => {
    await fill(store, config, dossiers, logger);
    const answers = { state: store.state, edition: await readEdition(), cacheBytes: config.cacheBytes };
    const writes = { writer: createWriter(store), reach: store.reach, feed: createFeed(store) };
    const parts = { schema, store, logger, answers, ...edge, ...writes };
    const server = await startServer({ ...parts, config, limits: config, telling: config });
    unless();
    output.print(
      `Throughline is at ${server.url}/graphql (${await describe(store)}), the explorer at ${server.url}`,
    );
    await untilSignal();
    await server.stop();
    await stop();
    return 0;
  });
};

/** What the configuration asks for at the edge; what hears of statements, and what ends it. */
async function edgeOf(settings: Config, { tokens, documents }: NamedFiles, logger: Logger) {
  // What counts, traces and checks signatures is large, and most do without.
  const metrics = settings.metrics ? (await import('../server/metrics.ts')).createMetrics() : undefined;
  const tracing = settings.otel && (await import('../server/tracing.ts')).startTracing(settings.otel);
  const jwt =
    settings.jwt && (await import('../server/identity/jwt.ts')).createJwtCheck(settings.jwt, logger);
  return {
    metrics,
    tracing: tracing?.plugin,
    identity: { required: settings.authRequired, tokens, jwt },
    documents: { documents, only: settings.documentsOnly },
    corsOrigins: settings.corsOrigins,
    observer: allOf([metrics?.observer, tracing?.observer]),
    stop: async () => tracing?.stop(),
  };
}

/** One observer that tells all there are. */
function allOf(observers: readonly (Observer | undefined)[]): Observer | undefined {
  const all = observers.filter((observer) => observer !== undefined);
  if (all.length === 0) return undefined;
  return (...told) => {
    for (const observer of all) observer(...told);
  };
}

async function fill(
  store: FollowedStore,
  config: Config,
  dossiers: readonly Dossier[],
  logger: Logger,
): Promise<void> {
  await store.ensureSchema();
  // The embedded store follows its dossiers, and keeps what clients have stored; a Neo4j may hold what others have loaded.
  const removeOthers = !config.neo4j;
  if (dossiers.length === 0) return;
  logger.info(await loadDossiers(store, dossiers, { removeOthers, keepClients: true }), 'dossiers loaded');
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
