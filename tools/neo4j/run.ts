import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localDirectory } from './class-path.ts';
import { startNeo4j } from './start.ts';

const say = (message: string) => process.stdout.write(`${message}\n`);

/** `npm run neo4j [-- --port 7688]`: a local Neo4j to develop with, until Ctrl-C. */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '7687' } } });
  const directory = join(localDirectory, 'data');
  const neo4j = await startNeo4j({ directory, port: Number(values.port), progress: say });
  say(`Neo4j answers at ${neo4j.uri} without a password. Its data stay in .neo4j/data. Ctrl-C stops it.`);
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
