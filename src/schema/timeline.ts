import type { Event } from '../model/things.ts';
import { connect } from '../resolvers/connection.ts';
import { buckets } from '../resolvers/facets.ts';
import { reads } from '../resolvers/reads.ts';
import { languageOf } from '../resolvers/text.ts';
import { eventBySlug, eventReading, eventsReading, timelineReading } from '../resolvers/timeline.ts';
import type { Bucket, BucketUnit } from '../time/bucket.ts';
import { labelBucket } from '../time/label.ts';
import { builder } from './builder.ts';
import { connectionTypes, orderInput, pageArgs } from './connection.ts';
import { BucketKindEnum, BucketUnitEnum, EventKindEnum, RoleEnum } from './enums.ts';
import { facetField } from './facets.ts';
import { EventFilterInput } from './filters.ts';
import { reportedByArgs } from './passages.ts';
import { EventInterface } from './refs.ts';
import { languageArgs } from './text.ts';

/** A page of events in order of time. */
export const { connection: EventConnection } = connectionTypes<Event, Event>('Event', {
  of: 'events in order of time',
  node: EventInterface,
  nodeOf: (event) => event,
  part: '',
});

const EventOrderInput = orderInput('Event', {
  DATE: 'When it happened: by earliest day (the latest stands in where the earliest is open), then latest, then id; undated events last.',
  KIND: 'Its kind.',
  TITLE: 'Its title.',
  SLUG: 'Its slug.',
});

const BucketType = builder.objectRef<Bucket & { readonly count: number }>('Bucket').implement({
  description: 'A stretch of time with the number of events in it.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'Its name: `2019-07`, `2019-Q3`, `2019`, `201X`, `OPEN`, `UNDATED`.',
    }),
    kind: t.expose('kind', {
      type: BucketKindEnum,
      description: 'How coarse it is: an event dated coarser than the unit asked for has a coarser bucket.',
    }),
    label: t.string({
      description: 'As a person reads it.',
      args: languageArgs,
      resolve: (bucket, args, context) => labelBucket(bucket, languageOf(args, context)),
    }),
    earliest: t.expose('earliest', { type: 'Date', nullable: true, description: 'Its first day.' }),
    latest: t.expose('latest', { type: 'Date', nullable: true, description: 'Its last day.' }),
    count: t.exposeInt('count', { description: 'How many events of the whole list lie in it.' }),
  }),
});

builder.objectFields(EventConnection, (t) => ({
  buckets: t.field({
    type: [BucketType],
    description: 'The whole list counted by stretches of time, in order; the counts add up to `totalCount`.',
    args: {
      unit: t.arg({ type: BucketUnitEnum, required: true, description: 'How long the stretches are.' }),
    },
    resolve: ({ facet }, { unit }) => buckets(facet, unit),
    ...reads({ facet: ({ unit }: { unit: BucketUnit }) => unit }),
  }),
  kinds: t.field(facetField('EventKindCount', EventKindEnum, 'KIND', 'kind')),
}));

/** The arguments of every list of events. */
export const eventArgs = {
  ...pageArgs,
  ...reportedByArgs,
  ...builder.args((t) => ({
    kinds: t.field({ type: [EventKindEnum], description: 'Only events of these kinds.' }),
    where: t.field({ type: EventFilterInput, description: 'Only such events.' }),
    orderBy: t.field({ type: [EventOrderInput], description: 'The order; by time where left out.' }),
  })),
};

/** The arguments of a timeline. */
const rangeArgs = builder.args((t) => ({
  from: t.field({ type: 'Date', description: 'Only events that may have happened on this day or later.' }),
  to: t.field({ type: 'Date', description: 'Only events that may have happened on this day or earlier.' }),
}));

/** The arguments of an entity's timeline. */
export const timelineArgs = {
  ...eventArgs,
  ...rangeArgs,
  ...builder.args((t) => ({
    roles: t.field({ type: [RoleEnum], description: 'Only events in which it had one of these roles.' }),
  })),
};

builder.queryFields((t) => ({
  event: t.field({
    type: EventInterface,
    nullable: true,
    description: 'The event with this slug; null where there is none.',
    args: {
      slug: t.arg.string({ required: true, description: 'A readable id, such as `openai-founding`.' }),
    },
    resolve: (_, args, context) => eventBySlug(args, context),
    ...reads({ reading: eventReading }),
  }),
  events: t.field({
    type: EventConnection,
    description: 'All events, in order of time.',
    args: eventArgs,
    resolve: (_, args, context) => connect(context, eventsReading, args, context.loaders.root),
    ...reads({ reading: eventsReading }),
  }),
  timeline: t.field({
    type: EventConnection,
    description: 'The events of a range of days, in order of time.',
    args: { ...eventArgs, ...rangeArgs },
    resolve: (_, args, context) => connect(context, timelineReading, args, context.loaders.root),
    ...reads({ reading: timelineReading }),
  }),
}));
