import type { Context } from '../context.ts';
import {
  type EntityListOptions,
  entityList,
  type RelationshipListOptions,
  relationshipList,
} from '../loaders/lists.ts';
import type { Edge } from '../model/edges.ts';
import type { AsOf } from '../model/filters.ts';
import { keysOf } from '../model/keys.ts';
import type { Entity, RelatedEntity } from '../model/things.ts';
import { type EntityKind, relationshipTypes } from '../model/vocabulary.ts';
import { type Certainty, certaintyOn } from '../time/interval.ts';
import { checkAsOf, checkFilter } from './checks.ts';
import { type Connection, connect } from './connection.ts';
import type { PageArgs } from './page.ts';
import { type LanguageArgs, requireText } from './text.ts';

/** The entity with this slug; null for a slug that is not there or is of another kind than asked for. */
export async function entityBySlug(
  slug: string,
  context: Context,
  kind?: EntityKind,
): Promise<Entity | null> {
  const entity = await context.loaders.entities.load(slug);
  return kind && entity?.kind !== kind ? null : entity;
}

/** Entities by name, all or those of a filter. */
export function entities(
  { kinds, ...args }: PageArgs & EntityListOptions & { readonly kinds?: readonly EntityKind[] | null },
  context: Context,
): Promise<Connection<Entity>> {
  checkFilter('where', args.where);
  const where = kinds ? { and: [...(args.where ? [args.where] : []), { kinds }] } : args.where;
  return connect(context, entityList({ ...args, where }), args);
}

/** An entity's name in the language asked for. */
export function entityName(entity: Entity, args: LanguageArgs, context: Context): string {
  return requireText(entity.nameEn, entity.nameKo, args, context);
}

/** A relationship met from one of its ends, and, where the list is as of a day, whether it held on that day. */
export type RelatedRow = RelatedEntity & { readonly certainty: Certainty | null };

type RelationshipArgs = PageArgs & Omit<RelationshipListOptions, 'types' | 'direction'>;

/** An entity's relationships, of some types or all, in one direction or both. */
export function entityRelationships(
  entity: Entity,
  args: RelationshipArgs & { [Name in 'types' | 'direction']?: RelationshipListOptions[Name] | null },
  context: Context,
): Promise<Connection<RelatedRow>> {
  const types = args.types ?? keysOf(relationshipTypes);
  return related(entity, { ...args, types, direction: args.direction ?? 'BOTH' }, context);
}

/** The entities at the other end of a named edge. */
export function entitiesAlong(
  entity: Entity,
  edge: Edge,
  args: RelationshipArgs,
  context: Context,
): Promise<Connection<RelatedRow>> {
  return related(entity, { ...args, types: [edge.type], direction: edge.direction }, context);
}

async function related(
  entity: Entity,
  args: PageArgs & RelationshipListOptions,
  context: Context,
): Promise<Connection<RelatedRow>> {
  checkAsOf(args);
  checkFilter('where', args.where);
  const connection = await connect(context, relationshipList(args), args, entity.id);
  // Both ends are at hand now: a query that goes on from the relationship to its ends asks the graph nothing.
  context.loaders.entities.prime(entity.id, entity);
  for (const { node } of connection.edges) context.loaders.entities.prime(node.entity.id, node.entity);
  return {
    ...connection,
    edges: connection.edges.map((edge) => ({ ...edge, node: withCertainty(edge.node, args) })),
  };
}

function withCertainty(row: RelatedEntity, { asOf }: AsOf): RelatedRow {
  return { ...row, certainty: asOf ? certaintyOn(row.relationship, asOf) : null };
}
