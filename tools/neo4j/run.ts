import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localDirectory } from './class-path.ts';
import { startNeo4j } from './start.ts';

const say = (message: string) => process.stdout.write(`${message}\n`);

const options = {
  port: { type: 'string', default: '7687' },
  data: { type: 'string', default: join(localDirectory, 'data') },
  heap: { type: 'string', default: '1024' },
  'page-cache': { type: 'string', default: '128' },
} as const;

/**
 * `npm run neo4j [-- --port 7688 --data DIR --heap MIB --page-cache MIB]`: a local Neo4j to develop with, until Ctrl-C. A
 * graph of a million things takes 4096 of each.
 */
async function run(): Promise<void> {
  const { port, data: directory, heap, 'page-cache': pageCache } = parseArgs({ options }).values;
  const memory = { heapMiB: Number(heap), pageCacheMiB: Number(pageCache) };
  const neo4j = await startNeo4j({ directory, port: Number(port), memory, progress: say });
  say(`Neo4j answers at ${neo4j.uri} without a password. Its data stay in ${directory}. Ctrl-C stops it.`);
  say(`To use it, in another terminal:  export NEO4J_URI=${neo4j.uri}`);
  const stop = () => {
    say('Stopping Neo4j.');
    void neo4j.stop();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
