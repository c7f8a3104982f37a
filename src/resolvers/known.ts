import type { Context } from '../context.ts';
import type { Event, Relationship } from '../model/things.ts';
import { relationshipById } from './relationship.ts';

type Day = string | null | undefined;

/** The relationship with this id, as it was known on a day where one is given; null where it was not known at all. */
export async function relationshipKnown(
  id: string,
  reportedBy: Day,
  context: Context,
): Promise<Relationship | null> {
  if (!reportedBy) return relationshipById(id, context);
  const [from, , to] = id.split('.');
  if (!from || !to) return null;
  return context.loaders.asKnown(reportedBy).relationships.load([from, id, to]);
}

/** The event with this id, as it was known on a day where one is given; null where it was not known at all. */
export function eventKnown(id: string, reportedBy: Day, { loaders }: Context): Promise<Event | null> {
  return (reportedBy ? loaders.asKnown(reportedBy) : loaders).events.load(id);
}
