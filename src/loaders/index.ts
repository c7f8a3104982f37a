import { articlesById, passagesById } from '../graph/statements/article.ts';
import { descriptionsById } from '../graph/statements/description.ts';
import { entitiesById } from '../graph/statements/entity.ts';
import {
  eventsById,
  participantsOfEvent,
  publicationsOfArticle,
  wholeOfEvent,
} from '../graph/statements/event.ts';
import type { Keyed } from '../graph/statements/keyed.ts';
import { relationshipsById } from '../graph/statements/relationship.ts';
import { sourcesOfEvent, sourcesOfRelationship } from '../graph/statements/sources.ts';
import type { Statement } from '../graph/store.ts';
import type { Sources } from '../model/facts.ts';
import type { HopFilter } from '../model/hops.ts';
import type {
  Article,
  Description,
  Entity,
  Event,
  Participation,
  Passage,
  Relationship,
} from '../model/things.ts';
import {
  type AsKnownLoaders,
  createAsKnownLoaders,
  createHappenedLoaders,
  type HappenedLoaders,
  type RelationshipKey,
} from './as-known.ts';
import { type Batch, batch, type Source } from './batch.ts';
import { createHopReader, type HopReader } from './hops.ts';
import { createPageLoader, type PageLoader } from './page.ts';
import { type Found, findThings, type SearchOptions } from './search.ts';

/** The loaders of one request. Each gives null (or an empty list) for what is not in the graph. */
export type Loaders = {
  readonly entities: Batch<string, Entity | null>;
  readonly events: Batch<string, Event | null>;
  readonly relationships: Batch<RelationshipKey, Relationship | null>;
  readonly articles: Batch<string, Article | null>;
  readonly passages: Batch<string, Passage | null>;
  readonly descriptions: Batch<string, Description | null>;
  /** By the event's id. */
  readonly participants: Batch<string, readonly Participation[]>;
  /** By the event's id: what it is a part of. */
  readonly wholes: Batch<string, Event | null>;
  /** By the article's id: the events of its own life, in order of time. */
  readonly publications: Batch<string, readonly Event[]>;
  readonly pages: PageLoader;
  /** Searches names and texts, or names alone while someone is typing. */
  search(text: string, effort: 'SEARCH' | 'SUGGEST', options: SearchOptions): Promise<Found>;
  /** Who tells of an event, by its id, or of a relationship. */
  readonly eventSources: Batch<string, Sources | null>;
  readonly relationshipSources: Batch<RelationshipKey, Sources | null>;
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
  return {
    entities: one<string, Entity>(entitiesById),
    events: one<string, Event>(eventsById),
    relationships: one<RelationshipKey, Relationship>(relationshipsById),
    articles: one<string, Article>(articlesById),
    passages: one<string, Passage>(passagesById),
    descriptions: one<string, Description>(descriptionsById),
    participants: batch(source, participantsOfEvent, {}, (found: Participation[]) => found),
    wholes: one<string, Event>(wholeOfEvent),
    publications: batch(source, publicationsOfArticle, {}, (found: Event[]) => found),
    pages: createPageLoader(source),
    search: (text, effort, options) => findThings(source, text, effort, options),
    eventSources: one<string, Sources>(sourcesOfEvent),
    relationshipSources: one<RelationshipKey, Sources>(sourcesOfRelationship),
    asKnown: createAsKnownLoaders(source),
    happened: createHappenedLoaders(source),
    hops: (filter) => createHopReader(source, filter),
  };
}
