import type { OutputRef } from '@pothos/core';
import { edges } from '../model/edges.ts';
import { keysOf } from '../model/keys.ts';
import type { Entity } from '../model/things.ts';
import { type EntityKind, entityKinds } from '../model/vocabulary.ts';
import { connect } from '../resolvers/connection.ts';
import * as resolve from '../resolvers/entity.ts';
import { reads } from '../resolvers/reads.ts';
import { entityTimelineReading } from '../resolvers/timeline.ts';
import { builder } from './builder.ts';
import { connectionTypes, orderInput, pageArgs } from './connection.ts';
import { DirectionEnum, EntityKindEnum, LegalFormEnum, RelationshipTypeEnum } from './enums.ts';
import { facetField } from './facets.ts';
import { EntityFilterInput } from './filters.ts';
import { NodeInterface } from './node.ts';
import { reportedByArgs } from './passages.ts';
import { EntityInterface, RelationshipType, ThingInterface } from './refs.ts';
import { certaintyField, labelField, RelationshipConnection, relationshipArgs } from './relationship.ts';
import { languageArgs } from './text.ts';
import { EventConnection, timelineArgs } from './timeline.ts';

builder.interfaceType(EntityInterface, {
  description: 'A person, organization, product or concept that articles speak of.',
  interfaces: [NodeInterface, ThingInterface],
  resolveType: ({ kind }) => kind,
  fields: (t) => ({
    kind: t.expose('kind', { type: EntityKindEnum, description: 'Its kind.' }),
    name: t.string({
      description: 'Its name.',
      args: languageArgs,
      resolve: resolve.entityName,
      ...reads({ columns: ['nameEn', 'nameKo'] }),
    }),
    aliases: t.exposeStringList('aliases', { description: 'Other names and spellings, in any language.' }),
    relationships: t.field({
      type: RelationshipConnection,
      description: 'Its relationships, in order of when they began.',
      args: {
        ...relationshipArgs,
        types: t.arg({ type: [RelationshipTypeEnum], description: 'Only of these types.' }),
        direction: t.arg({
          type: DirectionEnum,
          defaultValue: 'BOTH',
          description: 'Those that start here, end here, or both.',
        }),
      },
      resolve: (entity, args, context) =>
        resolve.related(entity, resolve.relationshipsReading, args, context),
      ...reads({ reading: resolve.relationshipsReading }),
    }),
    timeline: t.field({
      type: EventConnection,
      description: 'The events it took part in, in order of time.',
      args: timelineArgs,
      resolve: (entity, args, context) => connect(context, entityTimelineReading, args, entity),
      ...reads({ reading: entityTimelineReading }),
    }),
  }),
});

const kindRefs = Object.fromEntries(
  keysOf(entityKinds).map((kind) => [kind, builder.objectRef<Entity>(kind)]),
) as { readonly [Kind in EntityKind]: ReturnType<typeof builder.objectRef<Entity>> };

/** The object types that fields name. */
export const { Person: PersonType, Organization: OrganizationType } = kindRefs;

const descriptions: { readonly [Kind in EntityKind]: string } = {
  Person: 'A person.',
  Organization: 'A company, nonprofit, public body or other organization.',
  Product: 'A product, service or technology.',
  Concept: 'An idea that articles speak of: a field, a technology in general, a problem.',
};

/** `Related<Target>Connection`, for each type that stands at the other end of a named edge. */
const relatedConnections = new Map(
  [EntityInterface, ...Object.values(kindRefs)].map((target) => [target.name, relatedConnection(target)]),
);

function relatedConnection(target: OutputRef<Entity> & { name: string }) {
  const { connection, edge } = connectionTypes<resolve.RelatedRow, Entity>(`Related${target.name}`, {
    of: 'entities at the other end of a relationship, in order of when it began',
    node: target,
    nodeOf: ({ entity }) => entity,
    part: 'entity',
  });
  builder.objectFields(edge, (t) => ({
    certainty: t.field(certaintyField),
    label: t.string(labelField),
    relationship: t.field({
      type: RelationshipType,
      description: 'The relationship that leads there.',
      resolve: ({ node }) => node.relationship,
      ...reads({ part: 'relationship' }),
    }),
  }));
  return connection;
}

for (const kind of keysOf(entityKinds)) {
  builder.objectType(kindRefs[kind], {
    description: descriptions[kind],
    interfaces: [NodeInterface, ThingInterface, EntityInterface],
    fields: (t) =>
      Object.fromEntries(
        Object.entries(edges[kind]).map(([name, edge]) => {
          const reading = resolve.edgeReading(kind, name, edge);
          return [
            name,
            t.field({
              type: relatedConnections.get(edge.target) as never,
              description: edge.description,
              args: relationshipArgs,
              resolve: (entity, args, context) => resolve.related(entity, reading, args, context) as never,
              ...reads({ reading }),
            }),
          ];
        }),
      ),
  });
}

const { connection: EntityConnection } = connectionTypes<Entity, Entity>('Entity', {
  of: 'entities by name',
  node: EntityInterface,
  nodeOf: (entity) => entity,
  part: '',
});

builder.objectFields(EntityConnection, (t) => ({
  kinds: t.field(facetField('EntityKindCount', EntityKindEnum, 'KIND', 'kind')),
  legalForms: t.field(facetField('LegalFormCount', LegalFormEnum, 'LEGAL_FORM', 'legal form')),
}));

const EntityOrderInput = orderInput('Entity', {
  NAME: 'Its name: the English one, or the Korean where there is none.',
  KIND: 'Its kind.',
  SLUG: 'Its slug.',
});

builder.queryFields((t) => ({
  entity: t.field({
    type: EntityInterface,
    nullable: true,
    description: 'The entity with this slug; null where there is none.',
    args: { slug: t.arg.string({ required: true, description: 'A readable id, such as `openai`.' }) },
    resolve: (_, args, context) => resolve.entityBySlug(args, context),
    ...reads({ reading: resolve.entityReading }),
  }),
  entities: t.field({
    type: EntityConnection,
    description: 'Entities by name.',
    args: {
      ...pageArgs,
      ...reportedByArgs,
      kinds: t.arg({ type: [EntityKindEnum], description: 'Only of these kinds.' }),
      where: t.arg({ type: EntityFilterInput, description: 'Only such entities.' }),
      orderBy: t.arg({ type: [EntityOrderInput], description: 'The order; by name where left out.' }),
    },
    resolve: (_, args, context) => connect(context, resolve.entitiesReading, args, context.loaders.root),
    ...reads({ reading: resolve.entitiesReading }),
  }),
  ...Object.fromEntries(
    keysOf(entityKinds).map((kind) => [
      kind.toLowerCase(),
      t.field({
        type: kindRefs[kind],
        nullable: true,
        description: `The ${entityKinds[kind].en} with this slug; null where there is none of that kind.`,
        args: { slug: t.arg.string({ required: true, description: 'A readable id.' }) },
        resolve: (_, args, context) => resolve.entityBySlug(args, context, kind),
        ...reads({ reading: resolve.entityReading }),
      }),
    ]),
  ),
}));
