import type { Context } from '../context.ts';
import { type EventListOptions, eventList, participantsOfEvent, wholeOfEvent } from '../loaders/lists.ts';
import { byId, type Reading } from '../loaders/reading.ts';
import { type Role, roles, type SingleRole } from '../model/events.ts';
import type { Money } from '../model/facts.ts';
import type { EventFilter, ReportedBy } from '../model/filters.ts';
import type { Article, Entity, Event, Participation, Relationship } from '../model/things.ts';
import { checkFilter } from './checks.ts';
import { type PageArgs, pageReading } from './page.ts';
import { relationshipById } from './relationship.ts';
import { type LanguageArgs, languageOf, pickText, requireText } from './text.ts';

/** An event's title in the language asked for. */
export function eventTitle(event: Event, args: LanguageArgs, context: Context): string {
  return requireText(event.titleEn, event.titleKo, args, context);
}

/** Reads who took part in an event. */
export const participantsReading: Reading<object, Participation, Pick<Event, 'id'>> = {
  name: 'Event.participants',
  keyOf: byId,
  ignoresArgs: true,
  ask: () => ({ list: participantsOfEvent }),
};

/** Who took part in an event, in some roles or all. */
export async function participants(
  event: Pick<Event, 'id'>,
  { roles, reportedBy }: ReportedBy & { readonly roles?: readonly Role[] | null },
  context: Context,
): Promise<Participation[]> {
  const all = await context.loaders.reader.all(participantsReading, {}, event);
  return all.filter(
    ({ role, reportedFrom }) =>
      (roles ?? [role]).includes(role) && (!reportedBy || reportedFrom <= reportedBy),
  );
}

/** The entities in one role of an event. */
export async function entitiesIn(event: Event, role: Role, context: Context): Promise<Entity[]> {
  return (await participants(event, { roles: [role] }, context)).map(({ entity }) => entity);
}

/** The one entity in a role of an event; the first where articles differ on it, null where there is none. */
export async function entityIn(event: Event, role: SingleRole, context: Context): Promise<Entity | null> {
  return (await entitiesIn(event, role, context))[0] ?? null;
}

/** Reads the event that an event is a part of. */
export const partOfReading: Reading<object, Event> = {
  name: 'Event.partOf',
  single: true,
  keyOf: byId,
  ask: () => ({ list: wholeOfEvent }),
};

/** The event that an event is a part of; null where it is a whole of its own. */
export async function partOf(event: Event, { loaders }: Context): Promise<Event | null> {
  const [whole = null] = await loaders.reader.all(partOfReading, {}, event);
  return whole;
}

/** An entity's part in an event, in words. */
export function roleLabel({ role }: Participation, args: LanguageArgs, context: Context): string {
  const label = roles.get(role);
  return (languageOf(args, context) === 'KO' ? label?.ko : label?.en) ?? role;
}

/** Reads the parts of an event, in order of time. */
export const partsReading = pageReading<
  PageArgs & EventListOptions & Pick<EventFilter, 'kinds'>,
  Event,
  Event
>('Event.parts', byId, ({ kinds, where, ...args }) => {
  checkFilter('where', where);
  return eventList('EVENT', { ...args, where: { kinds, and: where ? [where] : [] } });
});

/** Relationships by id, those that are not there left out. */
async function relationshipsOf(ids: readonly string[], context: Context): Promise<Relationship[]> {
  const found = await Promise.all(ids.map((id) => relationshipById(id, context)));
  return found.filter((relationship) => relationship !== null);
}

/** The relationships an event began. */
export function opened(event: Event, context: Context): Promise<Relationship[]> {
  return relationshipsOf(event.opens, context);
}

/** The relationships an event ended. */
export function closed(event: Event, context: Context): Promise<Relationship[]> {
  return relationshipsOf(event.closes, context);
}

/** The title of the office an event is about. */
export function eventPosition(event: Event, args: LanguageArgs, context: Context): string | null {
  return pickText(event.positionEn, event.positionKo, args, context);
}

/** The amounts of an event, in the order of the source. */
export function amounts(event: Event): Money[] {
  return event.amountValues.map((amount, place) => ({
    amount,
    currency: event.amountCurrencies[place] ?? '',
    approximate: event.amountApproximate[place] ?? false,
  }));
}

/** The article whose publication an event is. */
export async function publishedArticle(event: Event, context: Context): Promise<Article | null> {
  return event.articleId === null ? null : context.loaders.articles.load(event.articleId);
}
