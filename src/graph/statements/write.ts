import { z } from 'zod';
import { keysOf } from '../../model/keys.ts';
import { type Write, writeKinds } from '../../model/writes.ts';
import { type ColumnsOf, list, property, type RecordOf } from '../columns.ts';
import { nullable, oneOf, text, truth, whole } from '../decode.ts';
import type { Statement } from '../store.ts';
import type { List } from './list.ts';

/** What is kept of write transactions, in those themselves; and of keys by which clients tell that they ask again. */

const none = z.object({}).parse;

const columns: ColumnsOf<Write> = {
  id: property('w', 'id', text),
  revision: property('w', 'revision', whole),
  at: property('w', 'at', whole),
  kind: property('w', 'kind', oneOf(writeKinds)),
  client: property('w', 'client', nullable(text)),
  from: property('w', 'from', nullable(text)),
  into: property('w', 'into', nullable(text)),
  articles: list('w', 'articles', text),
  things: list('w', 'things', text),
  isCut: property('w', 'isCut', truth),
};

const writeRecord: RecordOf<Write> = { variable: 'w', always: ['id'], columns };

/** All write transactions, the last one first. */
export const writeList: List<Write> = {
  name: 'Query.auditLog',
  match: () => 'MATCH (w:Write)',
  variables: 'w',
  where: [],
  order: [{ name: 'REVISION', by: 'w.id', descending: true }],
  facets: {},
  record: writeRecord,
  params: {},
};

const written = z.object({
  id: z.string(),
  revision: z.int(),
  at: z.int(),
  kind: z.enum(writeKinds),
  client: z.string().nullable(),
  from: z.string().nullable(),
  into: z.string().nullable(),
  articles: z.array(z.string()),
  things: z.array(z.string()),
  isCut: z.boolean(),
});

/** The write transactions after which the graph was at `$revisions`, the first one first. */
export const writesAt: Statement<Write> = {
  name: 'write.writesAt',
  text:
    'UNWIND $revisions AS revision MATCH (w:Write {revision: revision}) RETURN ' +
    `${keysOf(columns)
      .map((name) => `w.${name} AS ${name}`)
      .join(', ')} ORDER BY revision`,
  row: written.parse,
};

/**
 * Those of the articles `$ids` whose dossiers clients were the last to store (`$kinds`: LOAD, RETRACT), rather than the
 * command line.
 */
export const articlesOfClients: Statement<{ id: string }> = {
  name: 'write.articlesOfClients',
  text:
    'MATCH (w:Write) WHERE w.kind IN $kinds UNWIND w.articles AS id WITH w, id WHERE id IN $ids ' +
    'WITH id, max(w.revision) AS last ' +
    'MATCH (l:Write {revision: last}) WHERE l.client IS NOT NULL RETURN DISTINCT id AS id',
  row: z.object({ id: z.string() }).parse,
};

/** Keeps what a write transaction did: `$row`. */
export const recordWrite: Statement = {
  name: 'write.recordWrite',
  text: 'CREATE (w:Write) SET w = $row',
  row: none,
};

/** Lets other writers wait until this transaction has ended, without counting it as one; and the revision till then. */
export const lockGraph: Statement<{ revision: number }> = {
  name: 'write.lockGraph',
  text:
    "MERGE (g:Graph {id: 'graph'}) SET g.revision = coalesce(g.revision, 0), g.revisedAt = " +
    'coalesce(g.revisedAt, timestamp()) RETURN g.revision AS revision',
  row: z.object({ revision: z.int() }).parse,
};

/** What is kept of a key: what it was used for, as a hash; what came of it, as JSON; and when, in ms since 1970. */
export const storedKey: Statement<{ input: string; outcome: string; at: number }> = {
  name: 'write.storedKey',
  text: 'MATCH (i:IdempotencyKey {id: $id}) RETURN i.input AS input, i.outcome AS outcome, i.at AS at',
  row: z.object({ input: z.string(), outcome: z.string(), at: z.int() }).parse,
};

/** Keeps what came of a key: `$row`. */
export const storeKey: Statement = {
  name: 'write.storeKey',
  text: 'MERGE (i:IdempotencyKey {id: $row.id}) SET i = $row',
  row: none,
};

/** Forgets keys that were used before `$before`. */
export const forgetKeys: Statement = {
  name: 'write.forgetKeys',
  text: 'MATCH (i:IdempotencyKey) WHERE i.at < $before DELETE i',
  row: none,
};

/** Every id of an entity that was found to be another, and that one's. */
export const storedAliases: Statement<{ id: string; into: string }> = {
  name: 'write.storedAliases',
  text: 'MATCH (l:Alias) RETURN l.id AS id, l.into AS into ORDER BY id',
  row: z.object({ id: z.string(), into: z.string() }).parse,
};

/** Lets the entity `$from` go by the id `$into`. */
export const storeAlias: Statement = {
  name: 'write.storeAlias',
  text: 'CREATE (l:Alias) SET l.id = $from, l.into = $into',
  row: none,
};

/** Lets the entity `$from` go by its own id. */
export const deleteAlias: Statement = {
  name: 'write.deleteAlias',
  text: 'MATCH (l:Alias {id: $from}) DELETE l',
  row: none,
};
