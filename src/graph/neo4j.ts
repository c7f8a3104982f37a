import {
  auth,
  bookmarkManager,
  driver as createDriver,
  type Driver,
  type Session,
  type SessionMode,
} from 'neo4j-driver';
import pLimit from 'p-limit';
import { z } from 'zod';
import { StoreError } from '../errors.ts';
import { keysOf } from '../model/keys.ts';
import { relationshipTypes } from '../model/vocabulary.ts';
import { withinBounds } from './bounds.ts';
import { bucketSchema, bucketSizes, bucketsOf, countsFrom, keepBuckets } from './neo4j-buckets.ts';
import { translateNeo4jError } from './neo4j-errors.ts';
import { candidatesOf, fulltextIndexes, fulltextParams, fulltextSearch } from './neo4j-search.ts';
import { encodeParams, toRow } from './neo4j-values.ts';
import { named, parseRows } from './rows.ts';
import { anyRelationship, lesserEnd } from './statements/lesser-end.ts';
import type { GraphStore, Params, ReadOptions, SearchChanges, Statement } from './store.ts';
import { runUnit } from './unit.ts';

const ability = { indexesRelationships: true } as const;

const connectMs = 5_000;
/** Longer than a connection may take, so that a server that never answers counts as out of reach, not as slow. */
const pingMs = 2 * connectMs;
const writeRetryMs = 15_000;
const indexSeconds = 120;
/** Reads under way at a time: fewer than the driver has connections (100), for which it lets nobody wait for long. */
const mostReads = 80;

// Range indexes stand behind keyset pages and lookups by name; the constraints bring their own.
const schema = [
  'CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT graph_id IF NOT EXISTS FOR (n:Graph) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT write_revision IF NOT EXISTS FOR (n:Write) REQUIRE n.revision IS UNIQUE',
  'CREATE CONSTRAINT idempotency_key IF NOT EXISTS FOR (n:IdempotencyKey) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT alias IF NOT EXISTS FOR (n:Alias) REQUIRE n.id IS UNIQUE',
  'CREATE INDEX write_order IF NOT EXISTS FOR (n:Write) ON (n.id)',
  'CREATE INDEX idempotency_age IF NOT EXISTS FOR (n:IdempotencyKey) ON (n.at)',
  'CREATE INDEX event_timeline IF NOT EXISTS FOR (n:Event) ON (n.timelineKey)',
  'CREATE INDEX event_reach IF NOT EXISTS FOR (n:Event) ON (n.reach, n.timelineKey)',
  'CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.nameKey)',
  'CREATE INDEX participation_timeline IF NOT EXISTS FOR ()-[t:PARTICIPATED_IN]-() ON (t.entity, t.timelineKey)',
  'CREATE INDEX article_timeline IF NOT EXISTS FOR (n:Article) ON (n.timelineKey)',
  ...keysOf(relationshipTypes).map(
    (type) =>
      `CREATE INDEX ${type.toLowerCase()}_${lesserEnd} IF NOT EXISTS FOR ()-[r:${type}]-() ON (r.${lesserEnd})`,
  ),
  ...fulltextIndexes,
  bucketSchema,
  `CALL db.awaitIndexes(${indexSeconds})`,
];

const ping: Statement = { name: 'neo4j.ping', text: 'RETURN 1 AS one', row: z.unknown().parse };

/**
 * Give participations that an older version has stored, and relationships, what their indexes go by: without, they would be
 * missing from timelines and neighbourhoods. In batches, since there can be millions; what lacks it is told within a
 * batch, or all of it would be held in memory before the first one.
 */
const fills = [
  'MATCH (n:Entity)-[t:PARTICIPATED_IN]->(e:Event) CALL (n, t, e) { WITH * WHERE t.entity IS NULL ' +
    'SET t.entity = n.id, t.timelineKey = e.timelineKey } IN TRANSACTIONS OF 10000 ROWS',
  `MATCH (a:Entity)-[r:${anyRelationship}]->(b:Entity) CALL (a, r, b) { WITH * WHERE r.${lesserEnd} IS NULL ` +
    `SET r.${lesserEnd} = CASE WHEN COUNT { (a)-[:${anyRelationship}]-() } <= COUNT { (b)-[:${anyRelationship}]-() } ` +
    'THEN a.id ELSE b.id END } IN TRANSACTIONS OF 10000 ROWS',
];

/** Where a Neo4j is and who asks. Without `database`, the user's own. */
export type Neo4jAddress = {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database?: string;
};

/**
 * Connects to a Neo4j, `bolt://` or `neo4j://`, and asks it one question before it returns.
 * Throws StoreError UNAVAILABLE where it cannot be reached or has no such database, UNAUTHENTICATED_STORE where it
 * refuses the login.
 */
export async function openNeo4j(address: Neo4jAddress): Promise<GraphStore> {
  const store = createStore(connect(address), address);
  try {
    await store.health();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function connect({ uri, user, password }: Neo4jAddress): Driver {
  try {
    return createDriver(uri, auth.basic(user, password), {
      disableLosslessIntegers: true,
      connectionTimeout: connectMs,
      connectionAcquisitionTimeout: connectMs,
      maxTransactionRetryTime: writeRetryMs,
      telemetryDisabled: true,
      // All rows are wanted at once: in pages of a thousand, wide frontiers would wait for each.
      fetchSize: -1,
    });
  } catch (cause) {
    const advice = 'set NEO4J_URI=bolt://localhost:7687 for a Neo4j on this machine.';
    throw new StoreError('UNAVAILABLE', `${uri} is no address of a Neo4j: ${advice}`, { cause });
  }
}

function createStore(driver: Driver, address: Neo4jAddress): GraphStore {
  // Shared by all sessions, so that a read sees every write of this process, whichever server of a cluster answers.
  const bookmarks = bookmarkManager();
  const open = (defaultAccessMode: SessionMode) =>
    driver.session({ database: address.database, defaultAccessMode, bookmarkManager: bookmarks });
  const guarded = <T>(run: () => Promise<T>): Promise<T> =>
    run().catch((error: unknown) => {
      throw translateNeo4jError(error, address);
    });

  const turn = pLimit(mostReads);
  const readInTurn: typeof readOnce = (...of) => turn(() => readOnce(...of));

  return {
    ...ability,
    read: (statement, params, options = {}) =>
      guarded(async () => {
        const { records } = await readInTurn(open, statement, params, options);
        return parseRows(statement, records.map(toRow));
      }),
    write: (work) =>
      guarded(() =>
        closing(open('WRITE'), (session) =>
          session.executeWrite((transaction) => {
            const changes: SearchChanges[] = [];
            return runUnit(
              async ({ text }, params) => {
                const { records } = await transaction.run(text, encodeParams(params));
                return records.map(toRow);
              },
              async (unit) => {
                const result = await work(unit);
                // The full-text and range indexes follow properties; the buckets of time do not.
                await keepBuckets(unit, changes);
                return result;
              },
              { ...ability, indexed: (change) => void changes.push(change), rejoined: () => {} },
            );
          }),
        ),
      ),
    search: (requests, options = {}) =>
      guarded(async () => {
        const asked = requests.filter(({ tokens }) => tokens.length > 0);
        if (asked.length === 0) return requests.map(() => ({ ids: [], cut: false }));
        const { records } = await readInTurn(open, fulltextSearch, fulltextParams(asked), options);
        const [row] = parseRows(fulltextSearch, records.map(toRow));
        const found = new Map(row?.d.map(([place, things]) => [asked[place], things]));
        return requests.map((request) => candidatesOf(request, found.get(request) ?? []));
      }),
    // Its range indexes have the order, and serve pages where they are filtered too.
    orderedIds: async () => null,
    orderedCounts: (filter, by, options = {}) =>
      guarded(async () => {
        const params = bucketsOf(filter, by);
        if (!params || by === 'KIND') return null;
        const { records } = await readInTurn(open, bucketSizes, params, options);
        return countsFrom(parseRows(bucketSizes, records.map(toRow)), by);
      }),
    shortestWays: async () => null,
    ensureSchema: () => guarded(() => closing(open('WRITE'), runSchema)),
    health: () =>
      guarded(async () => {
        const { summary } = await readOnce(open, ping, {}, { timeoutMs: pingMs });
        // The agent reads "Neo4j/5.26.0".
        return { engine: 'neo4j', version: summary.server.agent?.split('/').at(-1) ?? 'unknown' };
      }),
    close: () => driver.close(),
  };
}

type OpenSession = (mode: SessionMode) => Session;

/** One autocommit statement in a session of its own: measured the fastest way to read, and safe side by side. */
function readOnce(open: OpenSession, statement: Statement, params: Params, options: ReadOptions) {
  const session = open('READ');
  // Neo4j looks for overdue transactions every other second, so the time is kept on this side too.
  const { timeoutMs: timeout } = options;
  return withinBounds(
    statement,
    options,
    () =>
      closing(session, () =>
        named(statement, () => session.run(statement.text, encodeParams(params), { timeout })),
      ),
    // Closing makes the server stop the statement. Whoever asked has been told; a failure to close tells nothing new.
    () => void session.close().catch(() => {}),
  );
}

async function closing<T>(session: Session, use: (session: Session) => Promise<T>): Promise<T> {
  try {
    return await use(session);
  } finally {
    await session.close();
  }
}

async function runSchema(session: Session): Promise<void> {
  for (const text of schema) await session.executeWrite((transaction) => transaction.run(text));
  for (const text of fills) await session.run(text);
}
