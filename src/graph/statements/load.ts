import { z } from 'zod';
import { type EventKind, eventKinds } from '../../model/events.ts';
import { keysOf } from '../../model/keys.ts';
import {
  type EntityKind,
  entityKinds,
  type RelationshipType,
  relationshipTypes,
} from '../../model/vocabulary.ts';
import type { Statement } from '../store.ts';
import { anyRelationship } from './lesser-end.ts';

/** The statements that store dossiers. Each takes `$rows` or `$ids`; labels and types come from the vocabulary. */

const none = z.object({}).parse;

function change(name: string, text: string): Statement {
  return { name, text, row: none };
}

/**
 * Counts one more write. It comes first in every load, so that two loads wait for one another. The time tells a graph
 * apart from one that was emptied and written as often again.
 */
export const nextRevision: Statement<{ revision: number; at: number }> = {
  name: 'load.nextRevision',
  text:
    "MERGE (g:Graph {id: 'graph'}) SET g.revision = coalesce(g.revision, 0) + 1, g.revisedAt = timestamp() " +
    'RETURN g.revision AS revision, g.revisedAt AS at',
  row: z.object({ revision: z.int(), at: z.int() }).parse,
};

/** The number of writes the graph has seen and when it saw the last, in ms since 1970; no row before the first. */
export const currentRevision: Statement<{ revision: number; revisedAt: number | null }> = {
  name: 'load.currentRevision',
  text: "MATCH (g:Graph {id: 'graph'}) RETURN g.revision AS revision, g.revisedAt AS revisedAt",
  row: z.object({ revision: z.int(), revisedAt: z.int().nullable() }).parse,
};

/** The dossiers stored for the articles `$ids`, as JSON. */
export const storedDossiers: Statement<{ dossier: string }> = {
  name: 'load.storedDossiers',
  text: 'UNWIND $ids AS id MATCH (a:Thing {id: id}) WHERE a:Article RETURN a.dossier AS dossier',
  row: z.object({ dossier: z.string() }).parse,
};

/** The hashes of what the dossiers of the articles `$ids` put into the graph; no row for an article not stored. */
export const storedFingerprints: Statement<{ id: string; fingerprint: string | null }> = {
  name: 'load.storedFingerprints',
  text: 'UNWIND $ids AS id MATCH (a:Thing {id: id}) WHERE a:Article RETURN a.id AS id, a.fingerprint AS fingerprint',
  row: z.object({ id: z.string(), fingerprint: z.string().nullable() }).parse,
};

/** The ids of all articles stored. */
export const storedArticles: Statement<{ id: string }> = {
  name: 'load.storedArticles',
  text: 'MATCH (a:Article) RETURN a.id AS id ORDER BY id',
  row: z.object({ id: z.string() }).parse,
};

/** What a load must know of a thing: of an event who tells of it, of an entity the sum of what is declared of it. */
export type StoredThing = {
  readonly id: string;
  readonly kind: string;
  readonly declaredBy: string[] | null;
  readonly declarations: string[] | null;
  readonly reported: string | null;
  readonly searchText: string | null;
};

const texts = z.array(z.string());

/** The things `$ids`, as a load must know them. */
export const storedThings: Statement<StoredThing> = {
  name: 'load.storedThings',
  text:
    'UNWIND $ids AS id MATCH (t:Thing {id: id}) RETURN t.id AS id, t.kind AS kind, t.declaredBy AS declaredBy, ' +
    't.declarations AS declarations, t.reported AS reported, ' +
    'CASE WHEN t.declarations IS NULL THEN null ELSE t.searchText END AS searchText',
  row: z.object({
    id: z.string(),
    kind: z.string(),
    declaredBy: texts.nullable(),
    declarations: texts.nullable(),
    reported: z.string().nullable(),
    searchText: z.string().nullable(),
  }).parse,
};

/** The articles whose dossiers declare any of the entities `$ids`: each declaration cites a passage. */
export const articlesDeclaring: Statement<{ id: string }> = {
  name: 'load.articlesDeclaring',
  text:
    'UNWIND $ids AS id MATCH (:Thing {id: id})-[:CITES]->(:Passage)-[:`IN`]->(a:Article) ' +
    'RETURN DISTINCT a.id AS id',
  row: z.object({ id: z.string() }).parse,
};

/** Removes things with everything attached to them. */
export const deleteThings = change(
  'load.deleteThings',
  'UNWIND $ids AS id MATCH (t:Thing {id: id}) DETACH DELETE t',
);

/** Removes what the articles `$ids` brought along: their passages. */
export const deletePassages = change(
  'load.deletePassages',
  'UNWIND $ids AS id MATCH (:Thing {id: id})<-[:`IN`]-(p:Passage) DETACH DELETE p',
);

/** Removes the participants of the events `$ids`. */
export const deleteParticipations = change(
  'load.deleteParticipations',
  'UNWIND $ids AS id MATCH (:Thing {id: id})<-[p:PARTICIPATED_IN]-() DELETE p',
);

/** Removes what the events `$ids` are part of, and the articles whose publication they are. */
export const deletePartOf = change(
  'load.deletePartOf',
  'UNWIND $ids AS id MATCH (:Thing {id: id})-[p:PART_OF|PUBLISHES]->() DELETE p',
);

function perType(
  name: string,
  text: (type: RelationshipType) => string,
): ReadonlyMap<RelationshipType, Statement> {
  return new Map(keysOf(relationshipTypes).map((type) => [type, change(`load.${name}.${type}`, text(type))]));
}

const matchRelationships = (type: RelationshipType) =>
  `UNWIND $rows AS row MATCH (:Thing {id: row.from})-[r:${type}]->(:Thing {id: row.to}) WHERE r.id = row.id`;

/** Who tells of relationships `{from, to, id}`, by type; no row for one not stored. */
export const storedRelationships: ReadonlyMap<
  RelationshipType,
  Statement<{ id: string; declaredBy: string[] }>
> = new Map(
  keysOf(relationshipTypes).map((type) => [
    type,
    {
      name: `load.storedRelationships.${type}`,
      text: `${matchRelationships(type)} RETURN r.id AS id, r.declaredBy AS declaredBy`,
      row: z.object({ id: z.string(), declaredBy: texts }).parse,
    },
  ]),
);

/** Removes relationships `{from, to, id}`, by type. */
export const deleteRelationships = perType(
  'deleteRelationships',
  (type) => `${matchRelationships(type)} DELETE r`,
);

/** The dates of a relationship, stored beside its EDTF text for ranges and for as-of questions. */
const relationshipDates = [
  'sinceEarliest',
  'sinceLatest',
  'untilEarliest',
  'untilLatest',
  'certainFrom',
  'certainTo',
  'possibleFrom',
  'possibleTo',
] as const;

/** How many relationships the things `$ids` have, of all types. */
export const relationshipCounts: Statement<{ id: string; count: number }> = {
  name: 'load.relationshipCounts',
  text: `UNWIND $ids AS id MATCH (n:Thing {id: id}) RETURN id AS id, COUNT { (n)-[:${anyRelationship}]-() } AS count`,
  row: z.object({ id: z.string(), count: z.int() }).parse,
};

/** Creates relationships `{from, to, properties, dates}`, by type. */
export const createRelationships = perType(
  'createRelationships',
  (type) =>
    `UNWIND $rows AS row MATCH (a:Thing {id: row.from}) MATCH (b:Thing {id: row.to}) CREATE (a)-[r:${type}]->(b) ` +
    `SET r = row.properties SET ${relationshipDates.map((date) => `r.${date} = date(row.dates.${date})`).join(', ')}`,
);

function upsert(name: string, labels: string, dates: readonly string[] = []): Statement {
  const setDates = dates.map((date) => ` SET n.${date} = date(row.dates.${date})`).join('');
  return change(
    `load.upsert${name}`,
    `UNWIND $rows AS row MERGE (n:Thing {id: row.id}) SET n:${labels} SET n = row.properties${setDates}`,
  );
}

/** Creates or replaces entities `{id, properties}`, by kind. */
export const upsertEntities: ReadonlyMap<EntityKind, Statement> = new Map(
  keysOf(entityKinds).map((kind) => [kind, upsert(kind, `Entity:${kind}`)]),
);

/** Creates or replaces events `{id, properties, dates}`, by kind. */
export const upsertEvents: ReadonlyMap<EventKind, Statement> = new Map(
  keysOf(eventKinds).map((kind) => [kind, upsert(kind, `Event:${kind}`, ['dateEarliest', 'dateLatest'])]),
);

/** Creates or replaces articles `{id, properties, dates}`. */
export const upsertArticles = upsert('Article', 'Article', ['publishedEarliest', 'publishedLatest']);

/** Creates or replaces passages `{id, properties}`. */
export const upsertPassages = upsert('Passage', 'Passage');

/** Creates or replaces descriptions `{id, properties}`. */
export const upsertDescriptions = upsert('Description', 'Description');

function connect(name: string, type: string): Statement {
  return change(
    `load.${name}`,
    'UNWIND $rows AS row MATCH (b:Thing {id: row.to}) UNWIND row.from AS from MATCH (a:Thing {id: from}) ' +
      `CREATE (a)-[:${type}]->(b)`,
  );
}

/** Creates participations `{from: entity, to: event, properties}`. */
export const createParticipations = change(
  'load.createParticipations',
  'UNWIND $rows AS row MATCH (a:Thing {id: row.from}) MATCH (b:Thing {id: row.to}) ' +
    'CREATE (a)-[p:PARTICIPATED_IN]->(b) SET p = row.properties',
);

/** Puts events `{from: ids}` into the event they are part of `{to}`. */
export const createPartOf = connect('createPartOf', 'PART_OF');

/** Joins publications `{from: ids}` to the article they publish `{to}`. */
export const createPublishes = connect('createPublishes', 'PUBLISHES');

/** Puts passages `{from: ids}` into their article `{to}`. */
export const createIn = connect('createIn', '`IN`');

/** Lets things `{from: ids}` cite a passage `{to}`. */
export const createCites = connect('createCites', 'CITES');

/** Hangs a description `{to}` on what it describes `{from: ids}`. */
export const createDescribedBy = connect('createDescribedBy', 'DESCRIBED_BY');
