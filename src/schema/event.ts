import type { Participation } from '../model/things.ts';
import { connect } from '../resolvers/connection.ts';
import { dateOf } from '../resolvers/date.ts';
import * as resolve from '../resolvers/event.ts';
import { reads } from '../resolvers/reads.ts';
import { builder } from './builder.ts';
import { FuzzyDateType } from './date.ts';
import { EventKindEnum, RoleEnum } from './enums.ts';
import { NodeInterface } from './node.ts';
import { reportedByArgs } from './passages.ts';
import { EntityInterface, EventInterface, RelationshipType, ThingInterface } from './refs.ts';
import { languageArgs } from './text.ts';
import { EventConnection, eventArgs } from './timeline.ts';

/** An entity's part in an event. */
export const ParticipationType = builder.objectRef<Participation>('Participation').implement({
  description: 'An entity’s part in an event.',
  fields: (t) => ({
    role: t.expose('role', { type: RoleEnum, description: 'The part it had.' }),
    label: t.string({
      description: 'The part it had, in words.',
      args: languageArgs,
      resolve: resolve.roleLabel,
      ...reads({ columns: ['role'] }),
    }),
    entity: t.expose('entity', {
      type: EntityInterface,
      description: 'Who or what took part.',
      ...reads({ part: 'entity' }),
    }),
    office: t.field({
      type: RelationshipType,
      nullable: true,
      description: 'The office in which a person took part, where the source says so.',
      resolve: (participation, _, context) => resolve.officeOf(participation, context),
      ...reads({ columns: ['officeId'] }),
    }),
  }),
});

builder.interfaceType(EventInterface, {
  description: 'Something that happened, with who took part in it and which passages say so.',
  interfaces: [NodeInterface, ThingInterface],
  resolveType: ({ kind }) => kind,
  fields: (t) => ({
    kind: t.expose('kind', { type: EventKindEnum, description: 'Its kind.' }),
    title: t.string({
      description: 'Its title.',
      args: languageArgs,
      resolve: resolve.eventTitle,
      ...reads({ columns: ['titleEn', 'titleKo'] }),
    }),
    date: t.field({
      type: FuzzyDateType,
      nullable: true,
      description: 'When it happened, as precise as the source; null where no source says.',
      resolve: ({ dateEdtf }) => dateOf(dateEdtf),
      ...reads({ columns: ['dateEdtf'] }),
    }),
    participants: t.field({
      type: [ParticipationType],
      description: 'Who took part.',
      args: { ...reportedByArgs, roles: t.arg({ type: [RoleEnum], description: 'Only in these roles.' }) },
      resolve: (event, args, context) => resolve.participants(event, args, context),
      ...reads({ reading: resolve.participantsReading, columns: ['role'] }),
    }),
    partOf: t.field({
      type: EventInterface,
      nullable: true,
      description: 'The event it is a part of.',
      resolve: (event, _, context) => resolve.partOf(event, context),
      ...reads({ reading: resolve.partOfReading }),
    }),
    parts: t.field({
      type: EventConnection,
      description: 'Its parts, in order of time.',
      args: eventArgs,
      resolve: (event, args, context) => connect(context, resolve.partsReading, args, event),
      ...reads({ reading: resolve.partsReading }),
    }),
    opens: t.field({
      type: [RelationshipType],
      description: 'The relationships it began.',
      resolve: (event, _, context) => resolve.opened(event, context),
      ...reads({ columns: ['opens'] }),
    }),
    closes: t.field({
      type: [RelationshipType],
      description: 'The relationships it ended.',
      resolve: (event, _, context) => resolve.closed(event, context),
      ...reads({ columns: ['closes'] }),
    }),
  }),
});
