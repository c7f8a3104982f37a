import type { Context } from '../context.ts';
import { entityWithId, eventWithId, type PassageListOptions, passageList } from '../loaders/lists.ts';
import type { Reading } from '../loaders/reading.ts';
import type { Maybe } from '../maybe.ts';
import type { Entity, Event, Passage, Relationship } from '../model/things.ts';
import { relationshipRule } from '../model/vocabulary.ts';
import { checkFilter } from './checks.ts';
import { entityKnown, eventKnown } from './known.ts';
import { type PageArgs, pageReading } from './page.ts';
import { type LanguageArgs, languageOf, pickText } from './text.ts';

/** The two ends of a relationship: the field that names each, and the function that finds it. */
const ends = {
  from: { field: 'fromId', of: 'startNode' },
  to: { field: 'toId', of: 'endNode' },
} as const;

/** Reads the entity a relationship starts from, or ends at. */
function endReading(end: keyof typeof ends): Reading<object, Entity, Relationship> {
  const { field, of } = ends[end];
  return {
    name: `Relationship.${end}`,
    single: true,
    keyOf: (relationship) => relationship[field],
    anchor: (variable) => ({ node: '', id: `${of}(${variable}).id` }),
    ask: () => ({ list: entityWithId }),
  };
}

/** Reads each end of a relationship. */
export const endReadings = { from: endReading('from'), to: endReading('to') } as const;

/** The entity a relationship starts from, or ends at. */
export function relationshipEnd(
  relationship: Relationship,
  end: keyof typeof ends,
  context: Context,
): Maybe<Entity> {
  const ahead = context.loaders.reader.ahead(endReadings[end], {}, relationship);
  return (
    ahead?.[0] ?? entityAtEnd(relationship[ends[end].field], context.loaders.knownOn(relationship), context)
  );
}

/** The entity with an id that a relationship names, met in what was known on a day where one is given. */
export async function entityAtEnd(
  id: string,
  reportedBy: string | null | undefined,
  context: Context,
): Promise<Entity> {
  const entity = await entityKnown(id, reportedBy, context);
  if (!entity) throw new Error(`A relationship in the graph ends at ${id}, which is no entity`);
  return entity;
}

/** The title of the office a relationship stands for. */
export function relationshipPosition(
  relationship: Relationship,
  args: LanguageArgs,
  context: Context,
): string | null {
  return pickText(relationship.positionEn, relationship.positionKo, args, context);
}

/** Reads the event that began or ended a relationship. */
function boundaryReading(field: 'openedBy' | 'closedBy'): Reading<object, Event, Relationship> {
  return {
    name: `Relationship.${field}`,
    single: true,
    keyOf: (relationship) => relationship[field] ?? '',
    anchor: (variable) => ({ node: '', id: `${variable}.${field}` }),
    followsNow: true,
    ask: () => ({ list: eventWithId }),
  };
}

/** Reads the events that began and ended a relationship. */
export const boundaryReadings = {
  openedBy: boundaryReading('openedBy'),
  closedBy: boundaryReading('closedBy'),
} as const;

/** The event that began or ended a relationship; null where no source tells of one. */
export function boundaryEvent(
  relationship: Relationship,
  field: keyof typeof boundaryReadings,
  context: Context,
): Maybe<Event | null> {
  const { loaders } = context;
  const ahead = loaders.reader.ahead(boundaryReadings[field], {}, relationship);
  if (ahead) return ahead[0] ?? null;
  const id = relationship[field];
  return id === null ? null : eventKnown(id, loaders.knownOn(relationship), context);
}

/** Reads the passages that state a relationship. */
export const relationshipCitationsReading: Reading<
  PageArgs & PassageListOptions,
  Passage,
  Pick<Relationship, 'cites'>
> = {
  ...pageReading(
    'Relationship.citations',
    ({ cites }: Pick<Relationship, 'cites'>) => cites,
    (args) => {
      checkFilter('where', args.where);
      return passageList('IDS', args);
    },
  ),
  anchor: (variable) => ({ node: '', id: `${variable}.cites` }),
  followsNow: true,
};

/** How a relationship reads from one of its ends. */
export function relationshipLabel(
  { type, toId }: Relationship,
  from: string | null,
  args: LanguageArgs,
  context: Context,
): string {
  const { label, inverse } = relationshipRule(type);
  const { en, ko } = from === toId ? inverse : label;
  return languageOf(args, context) === 'KO' ? ko : en;
}
