import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import grafeo, { type QueryResult } from '@grafeo-db/js';
import { StoreError } from '../errors.ts';
import { withinBounds } from './bounds.ts';
import { isWriteConflict, translateEmbeddedError, translateOpeningError } from './embedded-errors.ts';
import { keepHops } from './embedded-hops.ts';
import { keepIndex } from './embedded-index.ts';
import { openIndexFile, type StoreMark } from './embedded-index-file.ts';
import { createQueue } from './queue.ts';
import { named, parseRows } from './rows.ts';
import type { GraphStore, Params, Row, SearchChanges, Statement, Transaction } from './store.ts';
import { runUnit } from './unit.ts';

// The package is CommonJS and names its exports at run time only, so they are read from its default.
const { GrafeoDB } = grafeo;
type Database = InstanceType<typeof GrafeoDB>;

/** The file inside the store's folder; the engine puts its log beside it, under the same name and `.wal`. */
const fileName = 'graph.grafeo';

const writeAttempts = 5;

// A uniqueness constraint of this engine makes no index, and without one every lookup by id is a scan.
const schema = [
  'CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE',
  'CREATE INDEX thing_id_lookup IF NOT EXISTS FOR (n:Thing) ON (n.id)',
  'CREATE CONSTRAINT graph_id IF NOT EXISTS FOR (n:Graph) REQUIRE n.id IS UNIQUE',
  'CREATE INDEX graph_id_lookup IF NOT EXISTS FOR (n:Graph) ON (n.id)',
  'CREATE INDEX write_revision_lookup IF NOT EXISTS FOR (n:Write) ON (n.revision)',
  'CREATE INDEX idempotency_key_lookup IF NOT EXISTS FOR (n:IdempotencyKey) ON (n.id)',
];

/**
 * Opens the embedded engine: in memory, or in the folder `path`, which is made where it is missing. One process at a
 * time can hold a folder. Throws StoreError STORE_LOCKED where another has it, STORE_DAMAGED where the engine cannot
 * read its own files, and UNAVAILABLE where the folder cannot be used.
 */
export async function openEmbedded({ path }: { readonly path?: string } = {}): Promise<GraphStore> {
  const file = path === undefined ? null : await openIndexFile(join(path, fileName));
  const database = await openDatabase(path);
  // Writers conflict optimistically in this engine; one after another they never do.
  const writers = createQueue();
  const readAll = async <T>(statement: Statement<T>, params: Params = {}) =>
    parseRows(statement, await readRows(database, statement, params));
  const index = keepIndex(readAll, (await file?.load(markOf(database))) ?? null);
  const hops = keepHops(readAll);
  const keep = async (mark: StoreMark) => {
    const parts = file && index.parts();
    // Where it cannot be kept, the next start builds it.
    if (parts) await file.save(mark, parts).catch(() => {});
  };
  let closed = false;
  const guarded = async <T>(run: () => Promise<T>): Promise<T> => {
    if (closed) throw new StoreError('UNAVAILABLE', 'The store has been closed.');
    return run().catch((error: unknown) => {
      throw translateEmbeddedError(error, path);
    });
  };

  return {
    read: (statement, params, options = {}) =>
      guarded(async () => {
        // The engine cannot cancel a statement: one that is given up runs on in its own thread, for nobody.
        const answer = () => readRows(database, statement, params);
        return parseRows(statement, await withinBounds(statement, options, answer));
      }),
    write: (work) =>
      guarded(() =>
        writers.run(async () => {
          const { result, changes, owners } = await writeWithRetry(database, work);
          index.apply(changes);
          hops.apply(owners);
          return result;
        }),
      ),
    search: (requests) =>
      guarded(async () => {
        const { search } = await index.ready();
        return requests.map((request) => search.search(request));
      }),
    orderedIds: (request) => guarded(async () => (await index.ready()).lists.ids(request)),
    orderedCounts: (filter, by) => guarded(async () => (await index.ready()).lists.counts(filter, by)),
    shortestWays: (request, options = {}) => {
      const over = new AbortController();
      const search = () => hops.ways(request, over.signal);
      return guarded(() => withinBounds({ name: 'shortestWays' }, options, search, () => over.abort()));
    },
    ensureSchema: () =>
      guarded(async () => {
        await writers.run(() => runEach(database, schema));
        if (index.isReady) return;
        await index.ready();
        await writers.run(() => keep(markOf(database)));
      }),
    health: () =>
      guarded(async () => {
        await database.executeCypher('RETURN 1 AS one');
        return { engine: 'embedded', version: database.version() };
      }),
    close: async () => {
      if (closed) return writers.idle();
      closed = true;
      await writers.run(async () => {
        const mark = markOf(database);
        // Writes what its log still holds into the file.
        database.close();
        await keep(mark);
      });
    },
  };
}

async function openDatabase(path: string | undefined): Promise<Database> {
  if (path === undefined) return GrafeoDB.create();
  try {
    await mkdir(path, { recursive: true });
    return GrafeoDB.create(join(path, fileName));
  } catch (error) {
    throw translateOpeningError(error, path);
  }
}

function markOf(database: Database): StoreMark {
  return {
    epoch: Number(database.currentEpoch()),
    nodes: database.nodeCount(),
    edges: database.edgeCount(),
  };
}

/**
 * Reads. What has no word by which a statement could write runs as it is, since a transaction of its own costs small
 * statements half their speed. All else runs inside one that is always rolled back: nothing is written past the queue.
 */
async function readRows(database: Database, statement: Statement, params: Params): Promise<Row[]> {
  if (!mayWrite.test(statement.text))
    return (await named(statement, () => database.executeCypher(statement.text, params))).toArray();
  const transaction = database.beginTransaction();
  try {
    const result = await named(statement, () => transaction.executeCypher(statement.text, params));
    if (hasWritten(result)) throw new Error(`${statement.name} writes, so it belongs in write().`);
    return result.toArray();
  } finally {
    if (transaction.isActive) transaction.rollback();
  }
}

// Every clause that changes something, and a call of a procedure; in a name or a text they do no harm.
const mayWrite =
  /\b(CREATE|INSERT|MERGE|SET|DELETE|REMOVE|FOREACH|LOAD|DROP|ALTER|GRANT|SESSION)\b|\bCALL\s+[`\w]/i;

function hasWritten({ counters }: QueryResult): boolean {
  return Object.values(counters).some((count) => count > 0);
}

type Work<T> = (transaction: Transaction) => Promise<T>;

/** What a unit of work gave, what it changed of the search index, and the things whose own hops it changed. */
type Written<T> = {
  readonly result: T;
  readonly changes: readonly SearchChanges[];
  readonly owners: readonly string[];
};

async function writeWithRetry<T>(database: Database, work: Work<T>): Promise<Written<T>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await writeOnce(database, work);
    } catch (error) {
      if (attempt === writeAttempts || !isWriteConflict(error)) throw error;
    }
  }
}

async function writeOnce<T>(database: Database, work: Work<T>): Promise<Written<T>> {
  const transaction = database.beginTransaction();
  const changes: SearchChanges[] = [];
  const owners: string[] = [];
  try {
    const result = await runUnit(
      async ({ text }, params) => (await transaction.executeCypher(text, params)).toArray(),
      work,
      {
        indexed: (change) => void changes.push(change),
        // One by one: a large load names more than a call takes arguments.
        rejoined: (some) => {
          for (const id of some) owners.push(id);
        },
      },
    );
    transaction.commit();
    return { result, changes, owners };
  } catch (error) {
    rollBack(transaction);
    throw error;
  }
}

/** After a commit that failed the engine says that there is something to roll back, and refuses to. */
function rollBack(transaction: ReturnType<Database['beginTransaction']>): void {
  try {
    if (transaction.isActive) transaction.rollback();
  } catch {
    // What went wrong before says more.
  }
}

async function runEach(database: Database, statements: readonly string[]): Promise<void> {
  for (const text of statements) await database.executeCypher(text);
}
