import type { Context } from '../context.ts';
import { entityList, eventList, relationshipList, type TimelineFilter } from '../loaders/lists.ts';
import type { Edge } from '../model/edges.ts';
import type { EventKind, Role } from '../model/events.ts';
import { keysOf } from '../model/keys.ts';
import type { Entity, Event, RelatedEntity } from '../model/things.ts';
import { type EntityKind, type RelationshipType, relationshipTypes } from '../model/vocabulary.ts';
import { type Connection, connect } from './connection.ts';
import type { PageArgs } from './page.ts';
import { checkRange } from './range.ts';
import { type LanguageArgs, requireText } from './text.ts';

type Order = { readonly order?: 'ASC' | 'DESC' | null };

/** The entity with this slug; null for a slug that is not there or is of another kind than asked for. */
export async function entityBySlug(
  slug: string,
  context: Context,
  kind?: EntityKind,
): Promise<Entity | null> {
  const entity = await context.loaders.entities.load(slug);
  return kind && entity?.kind !== kind ? null : entity;
}

/** Entities by name, all or of some kinds. */
export function entities(
  args: PageArgs & Order & { readonly kinds?: readonly EntityKind[] | null },
  context: Context,
): Promise<Connection<Entity>> {
  return connect(context, entityList(args.kinds ?? undefined, args.order === 'DESC'), args);
}

/** An entity's name in the language asked for. */
export function entityName(entity: Entity, args: LanguageArgs, context: Context): string {
  return requireText(entity.nameEn, entity.nameKo, args, context);
}

/** An entity's relationships, of some types or all, in one direction or both. */
export function entityRelationships(
  entity: Entity,
  args: PageArgs &
    Order & {
      readonly types?: readonly RelationshipType[] | null;
      readonly direction?: 'OUT' | 'IN' | 'BOTH' | null;
    },
  context: Context,
): Promise<Connection<RelatedEntity>> {
  const types = args.types ?? keysOf(relationshipTypes);
  const list = relationshipList(types, args.direction ?? 'BOTH', args.order === 'DESC');
  return related(entity, list, args, context);
}

/** The entities at the other end of a named edge. */
export function entitiesAlong(
  entity: Entity,
  edge: Edge,
  args: PageArgs & Order,
  context: Context,
): Promise<Connection<RelatedEntity>> {
  return related(entity, relationshipList([edge.type], edge.direction, args.order === 'DESC'), args, context);
}

async function related(
  entity: Entity,
  list: ReturnType<typeof relationshipList>,
  args: PageArgs,
  context: Context,
): Promise<Connection<RelatedEntity>> {
  const connection = await connect(context, list, args, entity.id);
  // Both ends are at hand now: a query that goes on from the relationship to its ends asks the graph nothing.
  context.loaders.entities.prime(entity.id, entity);
  for (const { node } of connection.edges) context.loaders.entities.prime(node.entity.id, node.entity);
  return connection;
}

/** The arguments of a timeline. */
export type TimelineArgs = PageArgs &
  Order & {
    readonly kinds?: readonly EventKind[] | null;
    readonly roles?: readonly Role[] | null;
    readonly from?: string | null;
    readonly to?: string | null;
  };

/** The events an entity took part in, in order of time. */
export function entityTimeline(
  entity: Entity,
  args: TimelineArgs,
  context: Context,
): Promise<Connection<Event>> {
  return connect(context, eventList('ENTITY', timelineFilter(args), args.order === 'DESC'), args, entity.id);
}

/** All events, in order of time. */
export function timeline(args: TimelineArgs, context: Context): Promise<Connection<Event>> {
  return connect(context, eventList('ALL', timelineFilter(args), args.order === 'DESC'), args);
}

function timelineFilter({ kinds, roles, from, to }: TimelineArgs): TimelineFilter {
  checkRange(from, to);
  return {
    kinds: kinds ?? undefined,
    roles: roles ?? undefined,
    from: from ?? undefined,
    to: to ?? undefined,
  };
}

/** The first event of a kind in which an entity had a role: an organization's founding, a product's launch. */
export async function firstEvent(
  entity: Entity,
  kind: EventKind,
  role: Role,
  context: Context,
): Promise<Event | null> {
  const list = eventList('ENTITY', { kinds: [kind], roles: [role] }, false);
  const page = await context.loaders.pages.page(list, { limit: 1, backwards: false }, entity.id);
  return page.rows[0]?.[1] ?? null;
}
