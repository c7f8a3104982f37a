import type { Context } from '../context.ts';
import type { PassageListOptions } from '../loaders/lists.ts';
import type { Role } from '../model/events.ts';
import type { AsOf, ReportedBy } from '../model/filters.ts';
import { partsOfHop } from '../model/hops.ts';
import type { Entity, Event, Passage, Relationship } from '../model/things.ts';
import { type Certainty, certaintyOn } from '../time/interval.ts';
import { type Connection, connect } from './connection.ts';
import { eventKnown, relationshipKnown } from './known.ts';
import type { PageArgs } from './page.ts';
import { relationshipCitationsReading } from './relationship.ts';
import { citationsReading } from './thing.ts';

/** A hop of a path in the direction it is walked, with the days that the path was asked for. */
export type WalkedHop = Pick<AsOf, 'asOf'> &
  ReportedBy & { readonly id: string; readonly from: string; readonly to: string };

/** Whether a hop is walked as it is stored: from a relationship's source, or from who took part to the event. */
export function isForwards({ id, from }: WalkedHop): boolean {
  return partsOfHop(id).start === from;
}

/** The part the entity of a participation had in the event; null for a relationship. */
export function hopRole({ id }: WalkedHop): Role | null {
  return partsOfHop(id).role;
}

/** What stands at an end of a hop: an entity, or the event of a participation. */
export async function hopEnd(hop: WalkedHop, end: 'from' | 'to', context: Context): Promise<Entity | Event> {
  const { role, end: target } = partsOfHop(hop.id);
  const isEvent = role !== null && hop[end] === target;
  const thing = isEvent ? await hopEvent(hop, context) : await context.loaders.entities.load(hop[end]);
  if (!thing) throw new Error(`The hop ${hop.id} leads to ${hop[end]}, which is not in the graph`);
  return thing;
}

/** The relationship a hop takes, as it was known; null for a participation. */
export async function hopRelationship(
  { id, reportedBy }: WalkedHop,
  context: Context,
): Promise<Relationship | null> {
  return partsOfHop(id).role === null ? relationshipKnown(id, reportedBy, context) : null;
}

/** The event of a participation, as it was known; null for a relationship. */
export async function hopEvent({ id, reportedBy }: WalkedHop, context: Context): Promise<Event | null> {
  const { end, role } = partsOfHop(id);
  return role === null ? null : eventKnown(end, reportedBy, context);
}

/** Whether a hop was there on the day of `asOf`; null without a day. To have taken part holds from the event on. */
export async function hopCertainty(hop: WalkedHop, context: Context): Promise<Certainty | null> {
  const { asOf, reportedBy } = hop;
  if (!asOf) return null;
  const { end, role } = partsOfHop(hop.id);
  if (role !== null) return context.loaders.happened(asOf, reportedBy ?? null).load(end);
  const relationship = await hopRelationship(hop, context);
  return relationship && certaintyOn(relationship, asOf);
}

/** The passages that state a hop's relationship, or that speak of its event: those that had been reported. */
export async function hopCitations(
  hop: WalkedHop,
  args: PageArgs & PassageListOptions,
  context: Context,
): Promise<Connection<Passage>> {
  const reported = { ...args, reportedBy: args.reportedBy ?? hop.reportedBy };
  const relationship = await hopRelationship(hop, context);
  if (relationship) return connect(context, relationshipCitationsReading, reported, relationship);
  return connect(context, citationsReading, reported, { id: partsOfHop(hop.id).end });
}
