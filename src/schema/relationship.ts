import type { Context } from '../context.ts';
import { connect } from '../resolvers/connection.ts';
import { dateOf } from '../resolvers/date.ts';
import { type RelatedRow, rowCertainty } from '../resolvers/entity.ts';
import { reads } from '../resolvers/reads.ts';
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

/** What tells whether a relationship held on a day. */
const certaintyColumns = ['certainFrom', 'certainTo', 'possibleFrom', 'possibleTo'];

builder.objectType(RelationshipType, {
  description: 'A relationship from one entity to another: when it held, and which passages say so.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id(idFieldOf('Relationship')),
    type: t.expose('type', { type: RelationshipTypeEnum, description: 'Its type.' }),
    label: t.string({
      description: 'How it reads from its start: "founded", "holds a position at".',
      args: languageArgs,
      resolve: (relationship, args, context) => resolve.relationshipLabel(relationship, null, args, context),
      ...reads({ columns: ['type', 'toId'] }),
    }),
    position: t.string({
      nullable: true,
      description: 'The title of the office; of `HOLDS_POSITION` only.',
      args: languageArgs,
      resolve: resolve.relationshipPosition,
      ...reads({ columns: ['positionEn', 'positionKo'] }),
    }),
    since: t.field({
      type: FuzzyDateType,
      nullable: true,
      description: 'When it began; null where no source says.',
      resolve: ({ sinceEdtf }) => dateOf(sinceEdtf),
      ...reads({ columns: ['sinceEdtf'] }),
    }),
    until: t.field({
      type: FuzzyDateType,
      nullable: true,
      description: 'When it ended; null where no source says that it did, or when.',
      resolve: ({ untilEdtf }) => dateOf(untilEdtf),
      ...reads({ columns: ['untilEdtf'] }),
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
      ...reads({ columns: certaintyColumns }),
    }),
  }),
});

builder.objectFields(RelationshipType, (t) => ({
  from: t.field({
    type: EntityInterface,
    description: 'The entity it starts from.',
    resolve: (relationship, _, context) => resolve.relationshipEnd(relationship, 'from', context),
    ...reads({ reading: resolve.endReadings.from, parentColumns: ['fromId'] }),
  }),
  to: t.field({
    type: EntityInterface,
    description: 'The entity it ends at.',
    resolve: (relationship, _, context) => resolve.relationshipEnd(relationship, 'to', context),
    ...reads({ reading: resolve.endReadings.to, parentColumns: ['toId'] }),
  }),
  openedBy: t.field({
    type: EventInterface,
    nullable: true,
    description: 'The event that began it.',
    resolve: (relationship, _, context) => resolve.boundaryEvent(relationship, 'openedBy', context),
    ...reads({ reading: resolve.boundaryReadings.openedBy, parentColumns: ['openedBy'] }),
  }),
  closedBy: t.field({
    type: EventInterface,
    nullable: true,
    description: 'The event that ended it.',
    resolve: (relationship, _, context) => resolve.boundaryEvent(relationship, 'closedBy', context),
    ...reads({ reading: resolve.boundaryReadings.closedBy, parentColumns: ['closedBy'] }),
  }),
  citations: t.field({
    type: PassageConnection,
    description: 'The passages that say so.',
    args: passageArgs,
    resolve: (relationship, args, context) =>
      connect(context, resolve.relationshipCitationsReading, args, relationship),
    ...reads({ reading: resolve.relationshipCitationsReading, parentColumns: ['cites'] }),
  }),
}));

const { connection, edge } = connectionTypes<RelatedRow, RelatedRow['relationship']>('Relationship', {
  of: 'relationships of an entity, in order of time',
  node: RelationshipType,
  nodeOf: ({ relationship }) => relationship,
  part: 'relationship',
});

/** The field of an edge that says whether its relationship held on the day the list is as of. */
export const certaintyField = {
  type: CertaintyEnum,
  nullable: true,
  description: 'Whether the relationship held on the day of `asOf`; null where no day was given.',
  resolve: ({ node }: { node: RelatedRow }) => rowCertainty(node),
  ...reads({ columns: certaintyColumns.map((name) => `relationship.${name}`) }),
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
  ...reads({ columns: ['relationship.type', 'relationship.fromId', 'relationship.toId', 'entity.id'] }),
} as const;

builder.objectFields(edge, (t) => ({
  certainty: t.field(certaintyField),
  label: t.string(labelField),
  other: t.field({
    type: EntityInterface,
    description: 'The entity at the other end.',
    resolve: ({ node }) => node.entity,
    ...reads({ part: 'entity' }),
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
