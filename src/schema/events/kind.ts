import type { Context } from '../../context.ts';
import { type Maybe, using } from '../../maybe.ts';
import type { EventKind, Role, SingleRole } from '../../model/events.ts';
import type { Entity, Event } from '../../model/things.ts';
import type { Aspect } from '../../model/vocabulary.ts';
import { amounts, entitiesIn, entityIn, eventPosition, participantsReading } from '../../resolvers/event.ts';
import { reads } from '../../resolvers/reads.ts';
import { aspectReading, describedAs } from '../../resolvers/thing.ts';
import { builder } from '../builder.ts';
import { MoneyType } from '../money.ts';
import { NodeInterface } from '../node.ts';
import { EntityInterface, EventInterface, ThingInterface } from '../refs.ts';
import { languageArgs } from '../text.ts';
import { DescriptionType } from '../thing.ts';

/** Defines the object type of an event kind; its own fields are added to it. */
export function eventType(kind: EventKind, description: string) {
  return builder.objectRef<Event>(kind).implement({
    description,
    interfaces: [NodeInterface, ThingInterface, EventInterface],
  });
}

/** Options of a field that gives everyone in a role. */
export function everyone(role: Role, description: string) {
  return {
    type: [EntityInterface] as [typeof EntityInterface],
    description,
    resolve: (event: Event, _: object, context: Context) => entitiesIn(event, role, context),
    ...readsRoles,
  };
}

/** What a field reads that gives entities by their role in an event. */
export const readsRoles = reads({
  reading: participantsReading,
  columns: ['role'],
  part: 'entity',
});

/** The entity in a role that the event's kind demands; the type of the field says which kind of entity it is. */
export function required(event: Event, role: SingleRole, context: Context): Maybe<Entity> {
  return using(entityIn(event, role, context), (entity) => {
    if (!entity) throw new Error(`The event ${event.id} has no ${role} in the graph`);
    return entity;
  });
}

/** Options of a field that gives what sources say of the event under one aspect. */
export function described(aspect: Aspect, description: string) {
  const reading = aspectReading(aspect);
  return {
    type: [DescriptionType] as [typeof DescriptionType],
    description,
    resolve: (event: Event, _: object, context: Context) => describedAs(event, reading, context),
    ...reads({ reading }),
  };
}

/** Options of the field that gives the amounts of an event. */
export const amountsField = {
  type: [MoneyType] as [typeof MoneyType],
  description:
    'The amounts the source gives, in its order; one sum in several currencies stands here several times.',
  resolve: (event: Event) => amounts(event),
  ...reads({ columns: ['amountValues', 'amountCurrencies', 'amountApproximate'] }),
};

/** Options of the field that gives the office an event is about. */
export const positionField = {
  nullable: true,
  description: 'The title of the office; null where the source does not say.',
  args: languageArgs,
  resolve: eventPosition,
  ...reads({ columns: ['positionEn', 'positionKo'] }),
} as const;
