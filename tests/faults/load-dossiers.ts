import { readFile } from 'node:fs/promises';
import { loadDossiers } from '../../src/dossier/load.ts';
import { openStore } from '../../src/graph/open.ts';
import type { GraphStore, Transaction } from '../../src/graph/store.ts';
import { begins, step } from './loading.ts';

// A process for kill.test.ts: it loads the dossiers of a file into a store, and says when it begins, when each statement
// of the write is over, and when it has done so. Its arguments: that file, and the address of a Neo4j or the folder of an
// embedded store.
const [file = '', where = ''] = process.argv.slice(2);
const isNeo4j = where.startsWith('bolt:');
const store = await openStore(
  isNeo4j ? { neo4j: { uri: where, user: 'neo4j', password: '' } } : { storePath: where },
);
const dossiers = JSON.parse(await readFile(file, 'utf8'));
const telling: GraphStore = {
  ...store,
  write: (work) => store.write((transaction) => work({ ...transaction, run: told(transaction) })),
};
process.stdout.write(`${begins}\n`);
try {
  await loadDossiers(telling, dossiers);
  process.stdout.write('done\n');
} catch (error) {
  const { code, message } = error as { code?: string; message: string };
  process.stdout.write(`${code}: ${message}\n`);
}
await store.close().catch((error: unknown) => process.stdout.write(`closing: ${error}\n`));

function told({ run }: Transaction): Transaction['run'] {
  return async (statement, params) => {
    const rows = await run(statement, params);
    process.stdout.write(`${step}\n`);
    return rows;
  };
}
