import type { Context } from '../context.ts';
import { type EventListOptions, eventList, participantsOfEvent, wholeOfEvent } from '../loaders/lists.ts';
import { byId, type Reading } from '../loaders/reading.ts';
import { type Maybe, using } from '../maybe.ts';
import { type Role, roles, type SingleRole } from '../model/events.ts';
import type { Money } from '../model/facts.ts';
import type { EventFilter, ReportedBy } from '../model/filters.ts';
import type { Article, Entity, Event, Participation, Relationship } from '../model/things.ts';
import { checkFilter } from './checks.ts';
import { relationshipKnown } from './known.ts';
import { type PageArgs, pageReading } from './page.ts';
import { type LanguageArgs, languageOf, pickText, requireText } from './text.ts';

/** An event's title in the language asked for. */
export function eventTitle(event: Event, args: LanguageArgs, context: Context): string {
  return requireText(event.titleEn, event.titleKo, args, context);
}

type ParticipantsArgs = ReportedBy & { readonly roles?: readonly Role[] | null };

/** Reads who took part in an event. */
export const participantsReading: Reading<ParticipantsArgs, Participation, Pick<Event, 'id'>> = {
  name: 'Event.participants',
  keyOf: byId,
  argsOf: ({ reportedBy }) => (reportedBy ? { reportedBy } : {}),
  ask: ({ reportedBy }) => ({ list: participantsOfEvent({ reportedBy }) }),
};

/** Who took part in an event, in some roles or all. */
export function participants(
  event: Pick<Event, 'id'>,
  args: ParticipantsArgs,
  { loaders }: Context,
): Maybe<Participation[]> {
  const { roles: wanted } = args;
  const all = loaders.reader.all(participantsReading, args, event);
  return wanted ? using(all, (found) => found.filter(({ role }) => wanted.includes(role))) : all;
}

/** Who took part in an event in one role. */
export function participantsIn(event: Event, role: Role, context: Context): Maybe<Participation[]> {
  return using(participants(event, {}, context), (all) => all.filter((one) => one.role === role));
}

/** The entities in one role of an event. */
export function entitiesIn(event: Event, role: Role, context: Context): Maybe<Entity[]> {
  return using(participantsIn(event, role, context), (all) => all.map(({ entity }) => entity));
}

/** The one entity in a role of an event; the first where articles differ on it, null where there is none. */
export function entityIn(event: Event, role: SingleRole, context: Context): Maybe<Entity | null> {
  return using(entitiesIn(event, role, context), ([first = null]) => first);
}

/** Reads the event that an event is a part of. */
export const partOfReading: Reading<ReportedBy, Event> = {
  name: 'Event.partOf',
  single: true,
  keyOf: byId,
  ask: (args) => ({ list: wholeOfEvent(args) }),
};

/** The event that an event is a part of; null where it is a whole of its own. */
export function partOf(event: Event, { loaders }: Context): Maybe<Event | null> {
  return using(loaders.reader.all(partOfReading, {}, event), ([whole = null]) => whole);
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

/** Relationships by id, as known on the day an event was, those that are not there left out. */
async function relationshipsOf(
  event: Event,
  ids: readonly string[],
  context: Context,
): Promise<Relationship[]> {
  const day = context.loaders.knownOn(event);
  const found = await Promise.all(ids.map((id) => relationshipKnown(id, day, context)));
  return found.filter((relationship) => relationship !== null);
}

/** The relationships an event began. */
export function opened(event: Event, context: Context): Promise<Relationship[]> {
  return relationshipsOf(event, event.opens, context);
}

/** The relationships an event ended. */
export function closed(event: Event, context: Context): Promise<Relationship[]> {
  return relationshipsOf(event, event.closes, context);
}

/** The office in which someone took part, where the source says so. */
export async function officeOf(participation: Participation, context: Context): Promise<Relationship | null> {
  const { officeId } = participation;
  return officeId === null
    ? null
    : relationshipKnown(officeId, context.loaders.knownOn(participation), context);
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
