import type { Context } from '../context.ts';
import { dateOf } from '../resolvers/date.ts';
import type { RelatedRow } from '../resolvers/entity.ts';
import * as resolve from '../resolvers/relationship.ts';
import type { LanguageArgs } from '../resolvers/text.ts';
import { certaintyOn } from '../time/interval.ts';
import { PassageConnection } from './article.ts';
import { builder } from './builder.ts';
import { connectionTypes, orderInput, pageArgs } from './connection.ts';
import { FuzzyDateType } from './date.ts';
import { CertaintyEnum, RelationshipTypeEnum } from './enums.ts';
import { facetField } from './facets.ts';
import { RelationshipFilterInput } from './filters.ts';
import { idFieldOf, NodeInterface } from './node.ts';
import { passageArgs, reportedByArgs } from './passages.ts';
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
    label: t.string({
      description: 'How it reads from its start: "founded", "holds a position at".',
      args: languageArgs,
      resolve: (relationship, args, context) => resolve.relationshipLabel(relationship, null, args, context),
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
    certaintyOn: t.field({
      type: CertaintyEnum,
      description: 'Whether it held on a day, as far as sources tell.',
      args: { day: t.arg({ type: 'Date', required: true, description: 'The day.' }) },
      resolve: (relationship, { day }) => certaintyOn(relationship, day),
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
      args: passageArgs,
      resolve: resolve.relationshipCitations,
    }),
  }),
});

const { connection, edge } = connectionTypes<RelatedRow, RelatedRow['relationship']>('Relationship', {
  of: 'relationships of an entity, in order of time',
  node: RelationshipType,
  nodeOf: ({ relationship }) => relationship,
});

/** The field of an edge that says whether its relationship held on the day the list is as of. */
export const certaintyField = {
  type: CertaintyEnum,
  nullable: true,
  description: 'Whether the relationship held on the day of `asOf`; null where no day was given.',
  resolve: ({ node }: { node: RelatedRow }) => node.certainty,
} as const;

/** The entity from which a row's relationship is seen. */
function otherEnd({ relationship: { fromId, toId }, entity }: RelatedRow): string {
  return entity.id === fromId ? toId : fromId;
}

/** The field of an edge that says how its relationship reads from the entity whose list it is in. */
export const labelField = {
  description: 'How the relationship reads from the entity whose list this is: "founded", or "founded by".',
  args: languageArgs,
  resolve: ({ node }: { node: RelatedRow }, args: LanguageArgs, context: Context) =>
    resolve.relationshipLabel(node.relationship, otherEnd(node), args, context),
} as const;

builder.objectFields(edge, (t) => ({
  certainty: t.field(certaintyField),
  label: t.string(labelField),
  other: t.field({
    type: EntityInterface,
    description: 'The entity at the other end.',
    resolve: ({ node }) => node.entity,
  }),
}));

builder.objectFields(connection, (t) => ({
  types: t.field(facetField('RelationshipTypeCount', RelationshipTypeEnum, 'TYPE', 'type')),
}));

/** A page of an entity's relationships; each edge also gives the entity at the other end. */
export const RelationshipConnection = connection;

const RelationshipOrderInput = orderInput('Relationship', {
  SINCE: 'When it began; those whose beginning is not known last.',
  UNTIL: 'When it ended; those without a known end last.',
  TYPE: 'Its type.',
  OTHER_NAME: 'The name of the entity at the other end.',
});

/** The arguments of every list of relationships. */
export const relationshipArgs = {
  ...pageArgs,
  ...reportedByArgs,
  ...builder.args((t) => ({
    asOf: t.field({
      type: 'Date',
      description: 'Only those that held on this day; `certainty` says how surely.',
    }),
    certainty: t.field({
      type: [CertaintyEnum],
      description: 'Beside `asOf`: only those of these certainties; certain and possible where left out.',
    }),
    where: t.field({ type: RelationshipFilterInput, description: 'Only such relationships.' }),
    orderBy: t.field({
      type: [RelationshipOrderInput],
      description: 'The order; by beginning where left out.',
    }),
  })),
};
