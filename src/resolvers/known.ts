import type { Context } from '../context.ts';
import type { Article, Entity, Event, Relationship } from '../model/things.ts';

/** The day by whose knowledge something is read; none for what is known now. */
export type Day = string | null | undefined;

/**
 * The relationship with this id, as it was known on a day where one is given; null where it was not known at all. Its id
 * names its ends, which is how it is found.
 */
export async function relationshipKnown(
  id: string,
  reportedBy: Day,
  { loaders }: Context,
): Promise<Relationship | null> {
  const [from, , to] = id.split('.');
  if (!from || !to) return null;
  return (reportedBy ? loaders.asKnown(reportedBy) : loaders).relationships.load([from, id, to]);
}

/** The event with this id, as it was known on a day where one is given; null where it was not known at all. */
export function eventKnown(id: string, reportedBy: Day, { loaders }: Context): Promise<Event | null> {
  return (reportedBy ? loaders.asKnown(reportedBy) : loaders).events.load(id);
}

/**
 * The entity with this id, as it is met in what was known on a day where one is given: what is read from it is read by
 * that knowledge. Null where there is none.
 */
export async function entityKnown(id: string, reportedBy: Day, { loaders }: Context): Promise<Entity | null> {
  const entity = await loaders.entities.load(id);
  // The loader gives the same record to all who ask; this one is marked.
  return entity && reportedBy ? loaders.markKnown({ ...entity }, reportedBy) : entity;
}

/** The article with this id; what is read from it is read by what was known on a day, where one is given. */
export async function articleKnown(
  id: string,
  reportedBy: Day,
  { loaders }: Context,
): Promise<Article | null> {
  const article = await loaders.articles.load(id);
  return article && reportedBy ? loaders.markKnown({ ...article }, reportedBy) : article;
}
