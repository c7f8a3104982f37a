import { parseArgs } from 'node:util';
import { loadDossiers } from '../../src/dossier/load.ts';
import { dumpGraph } from '../../src/graph/dump.ts';
import { openEmbedded } from '../../src/graph/embedded.ts';
import { openNeo4j } from '../../src/graph/neo4j.ts';
import { schema } from '../../src/schema/index.ts';
import { articleDossiers } from '../support/article.ts';
import { createRandom } from '../support/generated/random.ts';
import { answeringFrom } from './answering.ts';
import { attack } from './attack.ts';
import { articlePool } from './pool.ts';

const usage = `npm run fuzz -- [--minutes 1] [--seed 1] [--uri bolt://localhost:7687]
  Sends hostile requests to the service for so long, on the embedded engine or on this Neo4j, into which the article is
  loaded. Prints what nobody should have got, and fails where there is any.
`;

const progressMs = 2_000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      uri: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return void process.stdout.write(usage);
  const store = values.uri
    ? await openNeo4j({ uri: values.uri, user: 'neo4j', password: process.env.NEO4J_PASSWORD ?? '' })
    : await openEmbedded();
  await store.ensureSchema();
  await loadDossiers(store, await articleDossiers());
  const before = await dumpGraph(store);
  const began = performance.now();
  let told = 0;
  const isOver = (sent: number) => {
    const ms = performance.now() - began;
    if (ms > told + progressMs) {
      told = ms;
      process.stderr.write(`\r${Math.round(ms / 1000)} s, ${sent} requests`);
    }
    return ms > Number(values.minutes) * 60_000;
  };
  const { sent, unexpected } = await attack(
    answeringFrom(store),
    { random: createRandom(Number(values.seed)), schema, pool: articlePool },
    isOver,
  );
  const isSame = before === (await dumpGraph(store));
  await store.close();
  const lines = [...sent].map(([sort, count]) => `${String(count).padStart(8)}  ${sort}`);
  process.stdout.write(`\n${lines.join('\n')}\n`);
  for (const { request, fault } of unexpected)
    process.stdout.write(`\n${request.sort} ${fault}\n${request.body.slice(0, 2_000)}\n`);
  process.stdout.write(
    `${unexpected.length} unexpected; the graph is ${isSame ? 'as it was' : 'CHANGED'}.\n`,
  );
  if (unexpected.length > 0 || !isSame) process.exitCode = 1;
}

await main();
