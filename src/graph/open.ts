import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../errors.ts';
import { coalescing } from './coalesce.ts';
import { openEmbedded } from './embedded.ts';
import { type FollowedStore, followed } from './follow.ts';
import type { Neo4jAddress } from './neo4j.ts';
import { observed } from './observed.ts';
import type { GraphStore, Observer } from './store.ts';

const retryEveryMs = 1_000;
const longestWaitMs = 60_000;

/** Where the graph is kept: in this Neo4j, else in this folder, else in memory. */
export type StoreConfig = { readonly neo4j?: Neo4jAddress; readonly storePath?: string };

/**
 * With `wait`, a Neo4j that is still starting is waited for, a minute at most; `onRetry` hears why. `observer` hears of
 * each statement that the engine is asked.
 */
export type OpenOptions = {
  readonly wait?: boolean;
  readonly onRetry?: (error: StoreError) => void;
  readonly observer?: Observer;
};

/**
 * Opens the store the configuration names. Equal reads of concurrent requests merge in it (see `coalescing`), and
 * it names the state of the graph (see `followed`).
 * Throws StoreError as `openNeo4j` and `openEmbedded` do.
 */
export async function openStore(config: StoreConfig, options: OpenOptions = {}): Promise<FollowedStore> {
  const engine = await openEngine(config, options);
  return followed(coalescing(options.observer ? observed(engine, options.observer) : engine));
}

async function openEngine(
  { neo4j, storePath }: StoreConfig,
  { wait = false, onRetry = () => {} }: OpenOptions,
): Promise<GraphStore> {
  if (!neo4j) return openEmbedded({ path: storePath });
  // Whoever does without Neo4j does not wait for its driver: a seventh of a second at every start.
  const { openNeo4j } = await import('./neo4j.ts');
  const deadline = performance.now() + (wait ? longestWaitMs : 0);
  for (;;) {
    try {
      return await openNeo4j(neo4j);
    } catch (error) {
      const isOver = performance.now() >= deadline;
      if (isOver || !(error instanceof StoreError) || error.code !== 'UNAVAILABLE') throw error;
      onRetry(error);
      await sleep(retryEveryMs);
    }
  }
}
