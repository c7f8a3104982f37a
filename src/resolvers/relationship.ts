import type { Context } from '../context.ts';
import type { Entity, Event, Passage, Relationship } from '../model/things.ts';
import { type Connection, connectionOf } from './connection.ts';
import { encodeCursor, type PageArgs, windowOf } from './page.ts';
import { type LanguageArgs, pickText } from './text.ts';

/** The relationship with this id; null where there is none. Its id names its ends, which is how it is found. */
export async function relationshipById(id: string, context: Context): Promise<Relationship | null> {
  const [from, , to] = id.split('.');
  return from && to ? context.loaders.relationships.load([from, id, to]) : null;
}

/** The entity a relationship starts from, or ends at. */
export async function relationshipEnd(id: string, context: Context): Promise<Entity> {
  const entity = await context.loaders.entities.load(id);
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

/** The event that began or ended a relationship. */
export async function boundaryEvent(id: string | null, context: Context): Promise<Event | null> {
  return id === null ? null : context.loaders.events.load(id);
}

const citationList = 'Relationship.citations';

/** The passages that state a relationship. Their ids are at hand, so the page is cut before anything is read. */
export async function relationshipCitations(
  { cites }: Relationship,
  args: PageArgs,
  context: Context,
): Promise<Connection<Passage>> {
  const { limit, backwards, ...bounds } = windowOf(citationList, 1, args);
  const [after, before] = [bounds.after?.[0], bounds.before?.[0]];
  const between = cites.filter(
    (id) => (after === undefined || id > after) && (before === undefined || id < before),
  );
  const page = backwards ? between.slice(Math.max(0, between.length - limit)) : between.slice(0, limit);
  const passages = await Promise.all(page.map((id) => context.loaders.passages.load(id)));
  const edges = passages
    .filter((passage) => passage !== null)
    .map((node) => ({ node, cursor: encodeCursor(citationList, [node.id]) }));
  const beyond = {
    hasPreviousPage: page.length > 0 ? page[0] !== cites[0] : after !== undefined,
    hasNextPage: page.length > 0 ? page.at(-1) !== cites.at(-1) : before !== undefined,
  };
  return connectionOf(edges, beyond, { totalCount: async () => cites.length, facet: async () => [] });
}
