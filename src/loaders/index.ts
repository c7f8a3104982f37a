import { knownOn, markKnown } from '../graph/ahead.ts';
import { articlesById, passagesById } from '../graph/statements/article.ts';
import { descriptionsById } from '../graph/statements/description.ts';
import { entitiesById } from '../graph/statements/entity.ts';
import { eventsById } from '../graph/statements/event.ts';
import type { Keyed } from '../graph/statements/keyed.ts';
import { relationshipsById } from '../graph/statements/relationship.ts';
import { sourcesOfEvent, sourcesOfRelationship } from '../graph/statements/sources.ts';
import type { Statement } from '../graph/store.ts';
import type { Sources } from '../model/facts.ts';
import type { HopFilter } from '../model/hops.ts';
import type { Article, Description, Entity, Event, Passage, Relationship } from '../model/things.ts';
import type { Operation } from '../operation.ts';
import {
  type AsKnownLoaders,
  createAsKnownLoaders,
  createHappenedLoaders,
  type HappenedLoaders,
  type RelationshipKey,
} from './as-known.ts';
import { type Batch, batch, type Source } from './batch.ts';
import { createHopReader, type HopReader } from './hops.ts';
import { planOperation } from './plan/plan.ts';
import { readPlan } from './plan/read.ts';
import { createReader, type Reader } from './read.ts';
import { type Found, findThings, type SearchOptions } from './search.ts';

/** The loaders of one request. Each gives null (or an empty list) for what is not in the graph. */
export type Loaders = {
  readonly entities: Batch<string, Entity | null>;
  readonly events: Batch<string, Event | null>;
  readonly relationships: Batch<RelationshipKey, Relationship | null>;
  readonly articles: Batch<string, Article | null>;
  readonly passages: Batch<string, Passage | null>;
  readonly descriptions: Batch<string, Description | null>;
  /** Reads what fields ask for of their parents. */
  readonly reader: Reader;
  /** The parent of the fields of the query itself: what was read ahead for them hangs on it. */
  readonly root: object;
  /** Reads what the fields of an operation declare that they read, ahead of their resolvers. */
  readAhead(operation: Operation): Promise<void>;
  /** Searches names and texts, or names alone while someone is typing. */
  search(text: string, effort: 'SEARCH' | 'SUGGEST', options: SearchOptions): Promise<Found>;
  /** Who tells of an event, by its id, or of a relationship. */
  readonly eventSources: Batch<string, Sources | null>;
  readonly relationshipSources: Batch<RelationshipKey, Sources | null>;
  /** Marks a record of one's own as read by what was known on a day: what is read from it then is too. */
  markKnown<T extends object>(record: T, day: string): T;
  /** The day by whose knowledge a record was read; undefined for what stands now. */
  knownOn(record: object): string | undefined;
  /** What was known on a day. */
  readonly asKnown: (reportedBy: string) => AsKnownLoaders;
  readonly happened: HappenedLoaders;
  /** Reads the hops of a filter, for walks through the graph. */
  readonly hops: (filter: HopFilter) => HopReader;
};

/** Creates the loaders of one request: what it has read once it does not read again, and no other request sees it. */
export function createLoaders(source: Source): Loaders {
  const one = <K extends string | RelationshipKey, T>(statement: Statement<Keyed<T[]>>) =>
    batch<K, T[], T | null>(source, statement, {}, (found) => found[0] ?? null);
  const root = {};
  const entities = one<string, Entity>(entitiesById);
  const relationships = one<RelationshipKey, Relationship>(relationshipsById);
  return {
    entities,
    events: one<string, Event>(eventsById),
    relationships,
    articles: one<string, Article>(articlesById),
    passages: one<string, Passage>(passagesById),
    descriptions: one<string, Description>(descriptionsById),
    reader: createReader(source, root),
    root,
    readAhead: (operation) => readPlan(source, planOperation(operation), root),
    search: (text, effort, options) => findThings(source, text, effort, options),
    eventSources: one<string, Sources>(sourcesOfEvent),
    relationshipSources: one<RelationshipKey, Sources>(sourcesOfRelationship),
    markKnown,
    knownOn,
    asKnown: createAsKnownLoaders(source),
    happened: createHappenedLoaders(source),
    hops: (filter) => createHopReader(source, filter, { entities, relationships }),
  };
}
