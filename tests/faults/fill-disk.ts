import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadDossiers } from '../../src/dossier/load.ts';
import { dumpGraph } from '../../src/graph/dump.ts';
import { openStore } from '../../src/graph/open.ts';
import { generateDossiers } from '../support/generated.ts';

// A process for disk.test.ts: on a small disk of its own, whose folder it is given, it loads, fills the disk, loads more,
// makes room, and tells what came of each, as a line of JSON.
const [disk = ''] = process.argv.slice(2);
const where = { storePath: join(disk, 'store') };
const ballast = join(disk, 'ballast');

const dossiers = (seed: number) =>
  generateDossiers(seed, { entities: 120, relationships: 300, events: 200, articles: 20 });
const [older, newer] = [dossiers(1), dossiers(2)];

type Store = Awaited<ReturnType<typeof openStore>>;

async function opened<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(where);
  await store.ensureSchema();
  const result = await work(store);
  await store.close();
  return result;
}

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string; message: string }) => `${error.code}: ${error.message}`,
  );

/** That a store still holds the graph that was loaded before the disk was full. */
async function holdsOlder(store: Store): Promise<void> {
  if ((await dumpGraph(store)) !== before) throw new Error('the graph has changed');
}

const before = await opened(async (store) => {
  await loadDossiers(store, older);
  return dumpGraph(store);
});

const { bavail, bsize } = await statfs(disk);
await writeFile(ballast, new Uint8Array(Math.max(0, bavail * bsize - 64 * 1024)));

const full = await openStore(where);
const refused = await outcome(loadDossiers(full, newer));
const asked = await outcome(holdsOlder(full));
const closed = await outcome(full.close());

await rm(ballast);
const after = await outcome(opened(holdsOlder));
const again = await outcome(opened((store) => loadDossiers(store, newer)));
process.stdout.write(`${JSON.stringify({ refused, asked, closed, after, again })}\n`);
