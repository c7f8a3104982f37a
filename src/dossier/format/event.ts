import { z } from 'zod';
import { type EventKind, eventKinds, eventRule, type RoleRule } from '../../model/events.ts';
import { keysOf } from '../../model/keys.ts';
import { notOneOf, strict } from '../strict.ts';
import { date, day, money, position, slug, text } from '../values.ts';
import { cites, descriptions } from './citation.ts';

/** Who took part in an event: an id, or an id with the office they took part in. */
export const participant = z
  .union(
    [
      slug,
      strict({
        id: slug,
        office: strict({
          organization: slug.describe('The id of the organization.'),
          position: slug.describe('The id of the position held there.'),
        }).describe('The office they took part in; if the source gives none, write the id alone.'),
      }),
    ],
    'is not a participant: write an id, or {id: …, office: {organization: …, position: …}}',
  )
  .meta({
    id: 'Participant',
    description: 'Who took part: an id, or an id and the office they took part in.',
  });

/** The fields that every event has, of whatever kind. */
export const eventShape = {
  id: slug,
  title: text.describe('A short title, in English (en), Korean (ko) or both.'),
  date: date.optional().describe('When it happened; leave out what the source does not say.'),
  partOf: slug.optional().describe('The id of the event that this one is a part of.'),
  attested: day.optional().describe('A day on which, by the source, what this event began still held.'),
  descriptions,
  cites,
};

const eventFields = {
  amounts: z.array(money).default([]).describe('Amounts the source gives, each as exact as there.'),
  position: position,
} as const;

function participants({ en, atLeast = 1, required, single }: RoleRule) {
  const few = atLeast === 1 ? 'is empty' : 'has too few';
  const mend = `name at least ${atLeast}${required ? '' : ', or leave the role out'}`;
  const list = z.array(participant).min(atLeast, `${few}: ${mend}`);
  // A refinement, as a length would be asked of text that stands in the place of a list too.
  if (single)
    return list
      .refine((all) => all.length <= 1, 'has more than one: write an event for each')
      .meta({ maxItems: 1, description: `A list of the one id of who took part as: ${en}.` });
  const least = atLeast === 1 ? '' : `, at least ${atLeast}`;
  return list.describe(`A list of the ids of who took part as: ${en}${least}.`);
}

function eventOf(kind: EventKind) {
  const rule = eventRule(kind);
  const roleShape = Object.fromEntries(
    Object.entries(rule.roles).map(([role, roleRule]) => {
      const list = participants(roleRule);
      return [role, roleRule.required ? list : list.optional()];
    }),
  );
  const fields = Object.fromEntries((rule.fields ?? []).map((field) => [field, eventFields[field]]));
  const names = Object.keys(eventKinds).join(', ');
  return strict({
    kind: z.literal(kind).describe(`The kind of event: ${names}.`),
    ...eventShape,
    participants: strict(roleShape, `a role of ${kind}`).describe(
      `Who took part, by role: ${Object.keys(rule.roles).join(', ')}.`,
    ),
    ...fields,
  });
}

/** Something that happened; its kind says which roles and further fields it has. */
export const event = z.discriminatedUnion(
  'kind',
  keysOf(eventKinds).map(eventOf) as [ReturnType<typeof eventOf>, ...ReturnType<typeof eventOf>[]],
  {
    error: ({ code, input }) =>
      code === 'invalid_union'
        ? notOneOf(kindIn(input), Object.keys(eventKinds), 'a kind of event')
        : undefined,
  },
);

function kindIn(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'kind' in input ? input.kind : undefined;
}
