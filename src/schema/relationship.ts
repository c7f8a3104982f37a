import type { RelatedEntity } from '../model/things.ts';
import { dateOf } from '../resolvers/date.ts';
import * as resolve from '../resolvers/relationship.ts';
import { PassageConnection } from './article.ts';
import { builder } from './builder.ts';
import { connectionTypes, pageArgs } from './connection.ts';
import { FuzzyDateType } from './date.ts';
import { RelationshipTypeEnum } from './enums.ts';
import { idFieldOf, NodeInterface } from './node.ts';
import { EntityInterface, EventInterface, RelationshipType } from './refs.ts';
import { languageArgs } from './text.ts';

builder.objectType(RelationshipType, {
  description: 'A relationship from one entity to another: when it held, and which passages say so.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id(idFieldOf('Relationship')),
    type: t.expose('type', { type: RelationshipTypeEnum, description: 'Its type.' }),
    from: t.field({
      type: EntityInterface,
      description: 'The entity it starts from.',
      resolve: ({ fromId }, _, context) => resolve.relationshipEnd(fromId, context),
    }),
    to: t.field({
      type: EntityInterface,
      description: 'The entity it ends at.',
      resolve: ({ toId }, _, context) => resolve.relationshipEnd(toId, context),
    }),
    position: t.string({
      nullable: true,
      description: 'The title of the office; of `HOLDS_POSITION` only.',
      args: languageArgs,
      resolve: resolve.relationshipPosition,
    }),
    since: t.field({
      type: FuzzyDateType,
      nullable: true,
      description: 'When it began; null where no source says.',
      resolve: ({ sinceEdtf }) => dateOf(sinceEdtf),
    }),
    until: t.field({
      type: FuzzyDateType,
      nullable: true,
      description: 'When it ended; null where no source says that it did, or when.',
      resolve: ({ untilEdtf }) => dateOf(untilEdtf),
    }),
    attested: t.expose('attested', {
      type: ['Date'],
      description: 'Days on which a source says that it held.',
    }),
    openedBy: t.field({
      type: EventInterface,
      nullable: true,
      description: 'The event that began it.',
      resolve: ({ openedBy }, _, context) => resolve.boundaryEvent(openedBy, context),
    }),
    closedBy: t.field({
      type: EventInterface,
      nullable: true,
      description: 'The event that ended it.',
      resolve: ({ closedBy }, _, context) => resolve.boundaryEvent(closedBy, context),
    }),
    citations: t.field({
      type: PassageConnection,
      description: 'The passages that say so.',
      args: pageArgs,
      resolve: resolve.relationshipCitations,
    }),
  }),
});

const { connection, edge } = connectionTypes<RelatedEntity, RelatedEntity['relationship']>('Relationship', {
  of: 'relationships of an entity, in order of time',
  node: RelationshipType,
  nodeOf: ({ relationship }) => relationship,
});

builder.objectFields(edge, (t) => ({
  other: t.field({
    type: EntityInterface,
    description: 'The entity at the other end.',
    resolve: ({ node }) => node.entity,
  }),
}));

/** A page of an entity's relationships; each edge also gives the entity at the other end. */
export const RelationshipConnection = connection;
