import { articlesById, passagesById } from '../graph/statements/article.ts';
import { descriptionsById } from '../graph/statements/description.ts';
import { entitiesById } from '../graph/statements/entity.ts';
import { eventsById, participantsOfEvent, wholeOfEvent } from '../graph/statements/event.ts';
import type { Keyed } from '../graph/statements/keyed.ts';
import { relationshipsById } from '../graph/statements/relationship.ts';
import type { Statement } from '../graph/store.ts';
import type {
  Article,
  Description,
  Entity,
  Event,
  Participation,
  Passage,
  Relationship,
} from '../model/things.ts';
import { type Batch, batch, type Source } from './batch.ts';
import { createPageLoader, type PageLoader } from './page.ts';

/** Where a relationship is found: its source, its id, its target. */
type RelationshipKey = readonly [from: string, id: string, to: string];

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
  readonly pages: PageLoader;
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
    pages: createPageLoader(source),
  };
}
