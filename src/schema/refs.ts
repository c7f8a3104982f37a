import type { Entity, Event, Relationship } from '../model/things.ts';
import { builder } from './builder.ts';

/** References to the types that speak of one another; each is given its fields in the file of its name. */

/** The interface of people, organizations, products and concepts. */
export const EntityInterface = builder.interfaceRef<Entity>('Entity');

/** The interface of all kinds of event. */
export const EventInterface = builder.interfaceRef<Event>('Event');

/** The interface of what facts are about: entities and events. */
export const ThingInterface = builder.interfaceRef<Entity | Event>('Thing');

/** A relationship between two entities. */
export const RelationshipType = builder.objectRef<Relationship>('Relationship');
