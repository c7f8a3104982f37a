import type { Role } from './events.ts';
import type { AsOf, ReportedBy } from './filters.ts';
import type { EntityKind, RelationshipType } from './vocabulary.ts';

/**
 * A hop leads from one thing to another: along a relationship, whichever way it points, or, where events count, between
 * an entity and an event it took part in. Walks through the graph are made of hops.
 */

/** Which hops a walk takes. What is left out does not restrict. */
export type HopFilter = AsOf &
  ReportedBy & {
    /** Relationships of these types. */
    readonly types?: readonly RelationshipType[] | null;
    /** Whether taking part in an event is a hop. */
    readonly events?: boolean | null;
    /** Hops lead to entities of these kinds only, and to the things of `unlessOneOf` whatever their kind. */
    readonly kinds?: readonly EntityKind[] | null;
    readonly unlessOneOf?: readonly string[];
    /** No hop leads to these things. */
    readonly avoid?: readonly string[] | null;
  };

/** A hop as met from one of its ends: its id, and the thing it leads to. */
export type Hop = { readonly id: string; readonly to: string };

/**
 * The id of the hop between an entity and an event it took part in. Ids of relationships have dots, slugs neither dots
 * nor colons, so hops of both sorts can be told apart and read.
 */
export function participationId(entity: string, role: Role, event: string): string {
  return [entity, role, event].join(':');
}

/** What the id of a hop tells: the ends in the direction in which it is stored, and the role of a participation. */
export type HopParts = {
  /** The source of a relationship; the entity that took part. */
  readonly start: string;
  /** The target of a relationship; the event. */
  readonly end: string;
  /** Null for a relationship. */
  readonly role: Role | null;
};

/** Reads the id of a hop. */
export function partsOfHop(id: string): HopParts {
  const isParticipation = id.includes(':');
  const [start = '', middle = '', end = ''] = id.split(isParticipation ? ':' : '.');
  return { start, end, role: isParticipation ? (middle as Role) : null };
}
