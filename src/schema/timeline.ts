import type { Event } from '../model/things.ts';
import { timeline } from '../resolvers/entity.ts';
import { builder } from './builder.ts';
import { connectionTypes, orderArgs, pageArgs } from './connection.ts';
import { EventKindEnum, RoleEnum } from './enums.ts';
import { EventInterface } from './refs.ts';

/** A page of events in order of time. */
export const { connection: EventConnection } = connectionTypes<Event, Event>('Event', {
  of: 'events in order of time (earliest day, then latest day, then id; undated ones last)',
  node: EventInterface,
  nodeOf: (event) => event,
});

const eventArgs = {
  ...pageArgs,
  ...orderArgs,
  ...builder.args((t) => ({
    kinds: t.field({ type: [EventKindEnum], description: 'Only events of these kinds.' }),
  })),
};

const rangeArgs = builder.args((t) => ({
  from: t.field({ type: 'Date', description: 'Only events that may have happened on this day or later.' }),
  to: t.field({ type: 'Date', description: 'Only events that may have happened on this day or earlier.' }),
}));

/** The arguments of an entity's timeline. */
export const timelineArgs = {
  ...eventArgs,
  ...rangeArgs,
  ...builder.args((t) => ({
    roles: t.field({
      type: [RoleEnum],
      description: 'Only events it took part in under one of these roles.',
    }),
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
    resolve: (_, { slug }, { loaders }) => loaders.events.load(slug),
  }),
  events: t.field({
    type: EventConnection,
    description: 'All events, in order of time.',
    args: eventArgs,
    resolve: (_, args, context) => timeline(args, context),
  }),
  timeline: t.field({
    type: EventConnection,
    description: 'The events of a range of days, in order of time.',
    args: { ...eventArgs, ...rangeArgs },
    resolve: (_, args, context) => timeline(args, context),
  }),
}));
