import type { Context } from '../context.ts';
import { type EventListOptions, eventList } from '../loaders/lists.ts';
import type { EventKind, Role } from '../model/events.ts';
import type { DayRange, EventFilter } from '../model/filters.ts';
import type { Entity, Event } from '../model/things.ts';
import { checkFilter, checkRange } from './checks.ts';
import { type Connection, connect } from './connection.ts';
import type { PageArgs } from './page.ts';

/** The event with this slug; null where there is none. */
export function eventBySlug(slug: string, context: Context): Promise<Event | null> {
  return context.loaders.events.load(slug);
}

/** The arguments of a timeline: `kinds`, `from` and `to` are short ways to say what `where` says too. */
export type TimelineArgs = PageArgs &
  EventListOptions &
  DayRange & { readonly kinds?: readonly EventKind[] | null };

/** The events an entity took part in, in order of time; with `roles`, only those in which it had one of them. */
export function entityTimeline(
  entity: Entity,
  { roles, ...args }: TimelineArgs & { readonly roles?: readonly Role[] | null },
  context: Context,
): Promise<Connection<Event>> {
  const where = timelineFilter(args);
  const inRoles = roles ? { and: [where, { participants: { any: [entity.id], roles } }] } : where;
  return connect(context, eventList('ENTITY', { ...args, where: inRoles }), args, entity.id);
}

/** All events, in order of time. */
export function timeline(args: TimelineArgs, context: Context): Promise<Connection<Event>> {
  return connect(context, eventList('ALL', { ...args, where: timelineFilter(args) }), args);
}

function timelineFilter({ where, kinds, from, to }: TimelineArgs): EventFilter {
  checkFilter('where', where);
  checkRange('from', { from, to });
  return { kinds, occurred: { from, to }, and: where ? [where] : [] };
}

/** The first event of a kind in which an entity had a role: an organization's founding, a product's launch. */
export async function firstEvent(
  entity: Entity,
  kind: EventKind,
  role: Role,
  context: Context,
): Promise<Event | null> {
  const list = eventList('ROLE', { where: { kinds: [kind] }, role });
  const page = await context.loaders.pages.page(list, { limit: 1, backwards: false }, entity.id);
  return page.rows[0]?.[1] ?? null;
}
