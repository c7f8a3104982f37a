import { z } from 'zod';
import { type EventKind, eventKinds, eventRule } from '../model/events.ts';
import { keysOf } from '../model/keys.ts';
import { aspects, entityKinds, legalForms, relationshipTypes } from '../model/vocabulary.ts';
import { oneOf, strict } from './strict.ts';
import { date, day, line, money, position, slug, text } from './values.ts';

/**
 * The dossier: what one article says, as data a person can review. This file is the format's only definition; the
 * TypeScript types are inferred from it and `data/dossier.schema.json` is generated from it.
 */

const cites = z
  .array(z.string())
  .min(1, 'cites nothing: name at least one passage that says so')
  .describe('Keys of the passages that say so.');

const passage = strict({
  paragraph: z
    .int()
    .min(1)
    .describe('Number of the paragraph (a line that is not blank) in the article, from 1.'),
  start: z.int().min(0).describe('First code point of the quoted words inside the paragraph, from 0.'),
  end: z.int().min(1).describe('Code point after the last of the quoted words.'),
  quoteSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hexadecimal: let `throughline cite` print it'),
  summary: text.describe('What the passage says, in one line of our own words.'),
}).refine((value) => value.end > value.start, 'ends before it starts');

const description = strict({
  aspect: oneOf(keysOf(aspects), 'an aspect'),
  text: text.describe('What the source says under this aspect, in our own words.'),
  cites,
});

const entity = strict({
  id: slug,
  kind: oneOf(keysOf(entityKinds), 'a kind of entity'),
  name: text,
  aliases: z
    .array(line)
    .default([])
    .describe('Other names and spellings a reader would type, in any language.'),
  legalForm: oneOf(keysOf(legalForms), 'a legal form').optional().describe('Organizations only.'),
  descriptions: z.array(description).default([]),
  cites,
});

const participant = z.union([
  slug,
  strict({
    id: slug,
    office: strict({ organization: slug, position: slug }).describe(
      'The office they took part in, if the source says.',
    ),
  }),
]);

const eventShape = {
  id: slug,
  title: text,
  date: date.optional().describe('When it happened; leave out what the source does not say.'),
  partOf: slug.optional().describe('The id of the event that this one is a part of.'),
  attested: day.optional().describe('A day on which, by the source, what this event began still held.'),
  descriptions: z.array(description).default([]),
  cites,
};

const eventFields = {
  amounts: z.array(money).default([]).describe('Amounts the source gives, each as exact as there.'),
  position: position,
} as const;

function eventOf(kind: EventKind) {
  const rule = eventRule(kind);
  const roleShape = Object.fromEntries(
    Object.entries(rule.roles).map(([role, { en, required }]) => {
      const list = z.array(participant).min(1).describe(`Ids of the participants in the role: ${en}.`);
      return [role, required ? list : list.optional()];
    }),
  );
  const fields = Object.fromEntries((rule.fields ?? []).map((field) => [field, eventFields[field]]));
  return strict({ kind: z.literal(kind), ...eventShape, participants: strict(roleShape), ...fields });
}

const event = z.discriminatedUnion(
  'kind',
  keysOf(eventKinds).map(eventOf) as [ReturnType<typeof eventOf>, ...ReturnType<typeof eventOf>[]],
  { error: () => `is not a kind of event. Known: ${Object.keys(eventKinds).join(', ')}.` },
);

const relationship = strict({
  type: oneOf(keysOf(relationshipTypes), 'a type of relationship'),
  from: slug,
  to: slug,
  position: position.optional().describe('HOLDS_POSITION only: the office held.'),
  since: date.optional().describe('When it began.'),
  until: date.optional().describe('The last day on which it held.'),
  attested: z.array(day).default([]).describe('Days on which, by the source, it held.'),
  cites,
});

const article = strict({
  id: slug,
  title: text,
  language: z.enum(['en', 'ko']).describe('The language it is written in.'),
  authors: z.array(slug).default([]).describe('Ids of the entities who wrote it.'),
  publisher: slug.describe('The id of the organization that published it.'),
  published: date,
  address: z.url('is not an address: write it whole, with http').describe('Where the original stands.'),
  republished: z
    .array(strict({ by: slug, date: date.optional(), cites }))
    .default([])
    .describe('Where else it was shared.'),
  cites,
});

/** One dossier: an article and everything it says. */
export const dossier = strict({
  article,
  passages: z.record(slug, passage),
  entities: z.array(entity),
  events: z.array(event).default([]),
  relationships: z.array(relationship).default([]),
});

/** A dossier as read: defaults filled in, dates as text. */
export type Dossier = Omit<z.infer<typeof dossier>, 'events'> & { events: EventEntry[] };

/** A participant of an event: the entity's id, and the office they took part in. */
export type ParticipantEntry = z.infer<typeof participant>;

/** One event of a dossier. The fields beyond those of every event depend on its kind. */
export type EventEntry = z.infer<z.ZodObject<typeof eventShape>> & {
  kind: EventKind;
  participants: { [role: string]: ParticipantEntry[] };
  amounts?: z.infer<typeof money>[];
  position?: z.infer<typeof position>;
};

/** One entity of a dossier. */
export type EntityEntry = z.infer<typeof entity>;

/** One relationship of a dossier that no event of it begins or ends. */
export type RelationshipEntry = z.infer<typeof relationship>;

/** A description under an aspect, with its citations. */
export type DescriptionEntry = z.infer<typeof description>;

/** One passage: a position in the article, the hash of the words there, and our summary. */
export type PassageEntry = z.infer<typeof passage>;
