import type { Context } from '../context.ts';
import {
  type EntityListOptions,
  entityList,
  entityWithId,
  type RelationshipListOptions,
  relationshipList,
} from '../loaders/lists.ts';
import { byId, byNothing, type Reading } from '../loaders/reading.ts';
import { type Maybe, using } from '../maybe.ts';
import type { Edge } from '../model/edges.ts';
import type { AsOf } from '../model/filters.ts';
import { keysOf } from '../model/keys.ts';
import type { Entity, RelatedEntity } from '../model/things.ts';
import { type EntityKind, relationshipTypes } from '../model/vocabulary.ts';
import { type Certainty, certaintyOn } from '../time/interval.ts';
import { checkAsOf, checkFilter } from './checks.ts';
import { type Connection, connect } from './connection.ts';
import { type PageArgs, pageReading } from './page.ts';
import { type LanguageArgs, requireText } from './text.ts';

/** The argument of the fields that give one thing by its readable id. */
export type SlugArgs = { readonly slug: string };

/** Reads the entity with a slug. */
export const entityReading: Reading<SlugArgs, Entity, object> = {
  name: 'Query.entity',
  single: true,
  keyOf: (_, { slug }) => slug,
  ask: () => ({ list: entityWithId }),
};

/** The entity with this slug; null for a slug that is not there or is of another kind than asked for. */
export function entityBySlug(args: SlugArgs, { loaders }: Context, kind?: EntityKind): Maybe<Entity | null> {
  return using(loaders.reader.all(entityReading, args, loaders.root), ([entity = null]) =>
    kind && entity?.kind !== kind ? null : entity,
  );
}

type EntitiesArgs = PageArgs & EntityListOptions & { readonly kinds?: readonly EntityKind[] | null };

/** Reads entities by name, all or those of a filter. */
export const entitiesReading = pageReading<EntitiesArgs, Entity, object>(
  'Query.entities',
  byNothing,
  ({ kinds, ...args }) => {
    checkFilter('where', args.where);
    const where = kinds ? { and: [...(args.where ? [args.where] : []), { kinds }] } : args.where;
    return entityList({ ...args, where });
  },
);

/** An entity's name in the language asked for. */
export function entityName(entity: Entity, args: LanguageArgs, context: Context): string {
  return requireText(entity.nameEn, entity.nameKo, args, context);
}

/** A relationship met from one of its ends, and the day, if any, that the list it is in is as of. */
export type RelatedRow = RelatedEntity & Pick<AsOf, 'asOf'>;

type RelatedArgs = PageArgs & Omit<RelationshipListOptions, 'types' | 'direction'>;

/** Reads an entity's relationships, of some types or all, in one direction or both. */
export const relationshipsReading = pageReading<
  RelatedArgs & { [Name in 'types' | 'direction']?: RelationshipListOptions[Name] | null },
  RelatedEntity,
  Entity
>('Entity.relationships', byId, (args) =>
  relatedList({
    ...args,
    types: args.types ?? keysOf(relationshipTypes),
    direction: args.direction ?? 'BOTH',
  }),
);

/** Reads the entities at the other end of a named edge. */
export function edgeReading(kind: EntityKind, field: string, { type, direction }: Edge) {
  return pageReading<RelatedArgs, RelatedEntity, Entity>(`${kind}.${field}`, byId, (args) =>
    relatedList({ ...args, types: [type], direction }),
  );
}

function relatedList(options: RelationshipListOptions) {
  checkAsOf(options);
  checkFilter('where', options.where);
  return relationshipList(options);
}

/** The rows of an entity's relationships. */
export function related<Args extends RelatedArgs>(
  entity: Entity,
  reading: Reading<Args, RelatedEntity, Entity>,
  args: Args,
  context: Context,
): Connection<RelatedRow> {
  const { asOf } = args;
  // A row is a record that more may hang on: it is kept itself, and told the day.
  return connect(context, reading, args, entity, (row) => Object.assign(row, { asOf }));
}

/** Whether a row's relationship held on the day its list is as of; null where no day was asked for. */
export function rowCertainty({ relationship, asOf }: RelatedRow): Certainty | null {
  return asOf ? certaintyOn(relationship, asOf) : null;
}
