import type { Context } from '../context.ts';
import { type EventListOptions, eventList, eventWithId } from '../loaders/lists.ts';
import { byId, byNothing, type Reading } from '../loaders/reading.ts';
import { type Maybe, using } from '../maybe.ts';
import type { EventKind, Role } from '../model/events.ts';
import type { DayRange, EventFilter, ReportedBy } from '../model/filters.ts';
import type { Entity, Event } from '../model/things.ts';
import { checkFilter, checkRange } from './checks.ts';
import type { SlugArgs } from './entity.ts';
import { type PageArgs, pageReading } from './page.ts';

/** Reads the event with a slug. */
export const eventReading: Reading<SlugArgs, Event, object> = {
  name: 'Query.event',
  single: true,
  keyOf: (_, { slug }) => slug,
  ask: () => ({ list: eventWithId }),
};

/** The event with this slug; null where there is none. */
export function eventBySlug(args: SlugArgs, { loaders }: Context): Maybe<Event | null> {
  return using(loaders.reader.all(eventReading, args, loaders.root), ([event = null]) => event);
}

/** The arguments of a timeline: `kinds`, `from` and `to` are short ways to say what `where` says too. */
export type TimelineArgs = PageArgs &
  EventListOptions &
  DayRange & { readonly kinds?: readonly EventKind[] | null };

/** Reads the events an entity took part in, in order of time; with `roles`, only those in which it had one of them. */
export const entityTimelineReading = pageReading<
  TimelineArgs & { readonly roles?: readonly Role[] | null },
  Event,
  Entity
>('Entity.timeline', byId, ({ roles, ...args }) =>
  eventList('ENTITY', { ...args, where: timelineFilter(args), ...(roles && { roles }) }),
);

/** Reads all events, in order of time; each field of the query that does so has a reading of its own. */
export const timelineReading = allEvents('Query.timeline');
export const eventsReading = allEvents('Query.events');

function allEvents(name: string) {
  return pageReading<TimelineArgs, Event, object>(name, byNothing, (args) =>
    eventList('ALL', { ...args, where: timelineFilter(args) }),
  );
}

function timelineFilter({ where, kinds, from, to }: TimelineArgs): EventFilter {
  checkFilter('where', where);
  checkRange('from', { from, to });
  return { kinds, occurred: { from, to }, and: where ? [where] : [] };
}

/** Reads the first event of a kind in which an entity had a role: an organization's founding, a product's launch. */
export function firstEventReading(kind: EventKind, role: Role): Reading<ReportedBy, Event, Entity> {
  return {
    name: `Entity.first.${kind}.${role}`,
    keyOf: byId,
    ask: ({ reportedBy }) => ({
      list: eventList('ENTITY', { where: { kinds: [kind] }, roles: [role], reportedBy }),
      window: { limit: 1, backwards: false },
    }),
  };
}

/** The event that such a reading finds; null where there is none. */
export function firstEvent(
  entity: Entity,
  reading: Reading<ReportedBy, Event, Entity>,
  { loaders }: Context,
): Maybe<Event | null> {
  return using(loaders.reader.page(reading, {}, entity), ({ rows }) => rows[0]?.[1] ?? null);
}
