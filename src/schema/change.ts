import type { ChangeKind } from '../model/changes.ts';
import * as resolve from '../resolvers/change.ts';
import { reads } from '../resolvers/reads.ts';
import { builder } from './builder.ts';
import { connectionTypes, orderInput, pageArgs } from './connection.ts';
import { FuzzyDateType } from './date.ts';
import { describedEnum } from './described-enum.ts';
import { CertaintyEnum, EventKindEnum, RelationshipTypeEnum } from './enums.ts';
import { facetField } from './facets.ts';
import { DayRangeInput } from './filters.ts';
import { reportedByArgs } from './passages.ts';
import { EntityInterface, EventInterface, RelationshipType } from './refs.ts';

const ChangeKindEnum = describedEnum<ChangeKind>('ChangeKind', 'What can change from one day to another.', {
  BEGAN: 'A relationship began.',
  ENDED: 'A relationship ended.',
  HAPPENED: 'An event happened.',
});

const ChangeType = builder.objectRef<resolve.Change>('Change').implement({
  description:
    'Something that changed between two days: a relationship began or ended, or an event happened.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ChangeKindEnum, description: 'What sort of change it is.' }),
    date: t.field({
      type: FuzzyDateType,
      nullable: true,
      description:
        'When, as precise as the sources. Where they disagree this is the date that stands, and it may be another source’s that lies between the two days: see `disagreements`.',
      resolve: (change, _, context) => resolve.changeDate(change, context),
    }),
    certainty: t.expose('certainty', {
      type: CertaintyEnum,
      description:
        '`CERTAIN` if every date that a source gives for it lies wholly between the two days and none is in doubt; else `POSSIBLE`.',
    }),
    relationship: t.field({
      type: RelationshipType,
      nullable: true,
      description: 'The relationship that began or ended; null where an event happened.',
      resolve: (change, _, context) => resolve.changedRelationship(change, context),
    }),
    event: t.field({
      type: EventInterface,
      nullable: true,
      description: 'The event that happened; null where a relationship began or ended.',
      resolve: (change, _, context) => resolve.changedEvent(change, context),
    }),
    entities: t.field({
      type: [EntityInterface],
      description: 'Whom it is about: both ends of the relationship, or who took part in the event.',
      resolve: (change, _, context) => resolve.changedEntities(change, context),
    }),
  }),
});

const { connection: ChangeConnection } = connectionTypes<resolve.Change, resolve.Change>('Change', {
  of: 'changes in order of time (earliest day, then latest day, then kind, then id)',
  node: ChangeType,
  nodeOf: (change) => change,
});

builder.objectFields(ChangeConnection, (t) => ({
  kinds: t.field(facetField('ChangeKindCount', ChangeKindEnum, 'KIND', 'kind')),
  certainties: t.field(facetField('CertaintyCount', CertaintyEnum, 'CERTAINTY', 'certainty')),
}));

const ChangeOrderInput = orderInput('Change', {
  DATE: 'When it changed: by earliest day, then latest, then kind.',
  KIND: 'What sort of change it is.',
});

const changeArgs = {
  ...pageArgs,
  ...reportedByArgs,
  ...builder.args((t) => ({
    between: t.field({
      type: DayRangeInput,
      required: true,
      description: 'The two days, both included and both needed.',
    }),
    kinds: t.field({ type: [ChangeKindEnum], description: 'Only changes of these kinds.' }),
    types: t.field({ type: [RelationshipTypeEnum], description: 'Of relationships, only these types.' }),
    eventKinds: t.field({ type: [EventKindEnum], description: 'Of events, only these kinds.' }),
    certainty: t.field({ type: [CertaintyEnum], description: 'Only changes of these certainties.' }),
    orderBy: t.field({ type: [ChangeOrderInput], description: 'The order; by time where left out.' }),
  })),
};

/** The argument that says which entities facts are about. */
export const aboutArgs = builder.args((t) => ({
  about: t.stringList({
    description: `Only about these entities, by slug, at most ${resolve.aboutLimits[1]}; about all where left out.`,
  }),
}));

builder.queryFields((t) => ({
  changes: t.field({
    type: ChangeConnection,
    description: 'What may have begun, ended or happened between two days, as far as sources tell.',
    args: { ...changeArgs, ...aboutArgs },
    resolve: (_, args, context) =>
      resolve.connectChanges(context, resolve.changesReading, args, context.loaders.root),
  }),
}));

builder.interfaceFields(EntityInterface, (t) => ({
  changes: t.field({
    type: ChangeConnection,
    description: 'What may have begun, ended or happened for it between two days.',
    args: changeArgs,
    resolve: (entity, args, context) =>
      resolve.connectChanges(context, resolve.entityChangesReading, args, entity),
    ...reads({ columns: ['id'] }),
  }),
}));
