import { z } from 'zod';
import type { EventKind } from '../model/events.ts';
import { article } from './format/article.ts';
import { type description, passage } from './format/citation.ts';
import { entity } from './format/entity.ts';
import { event, type eventShape, type participant } from './format/event.ts';
import { relationship } from './format/relationship.ts';
import { strict } from './strict.ts';
import { type Money, type Position, slug } from './values.ts';

/**
 * The dossier: what one article says, as data a person can review. This file and those of `format/` are the format's
 * only definition; the TypeScript types are inferred from it and `data/dossier.schema.json` is generated from it.
 */
export const dossier = strict({
  article,
  passages: z.record(slug, passage).describe('The passages that are cited, each under a key of your choice.'),
  entities: z.array(entity).describe('The people, organizations, products and concepts the article names.'),
  events: z.array(event).default([]).describe('What happened.'),
  relationships: z
    .array(relationship)
    .default([])
    .describe('Relationships that the article states and no event above begins.'),
}).describe('A dossier: an article and everything it says.');

/** A dossier as read: defaults filled in, dates as text. */
export type Dossier = Omit<z.infer<typeof dossier>, 'events'> & { events: EventEntry[] };

/** A participant of an event: the entity's id, and the office they took part in. */
export type ParticipantEntry = z.infer<typeof participant>;

/** One event of a dossier. The fields beyond those of every event depend on its kind. */
export type EventEntry = z.infer<z.ZodObject<typeof eventShape>> & {
  kind: EventKind;
  participants: { [role: string]: ParticipantEntry[] | undefined };
  amounts?: Money[];
  position?: Position;
};

/** One entity of a dossier. */
export type EntityEntry = z.infer<typeof entity>;

/** A description under an aspect, with its citations. */
export type DescriptionEntry = z.infer<typeof description>;

/** One passage: a position in the article, the hash of the words there, and our summary. */
export type PassageEntry = z.infer<typeof passage>;
