import { type Derivation, eventRule } from '../model/events.ts';
import { relationshipId } from '../model/keys.ts';
import { type RelationshipType, relationshipRule } from '../model/vocabulary.ts';
import type { Dossier, EventEntry } from './format.ts';
import type { Position } from './values.ts';

/** What one entry of a dossier says of a relationship. Several entries, of several dossiers, can speak of one. */
export type Claim = {
  readonly id: string;
  readonly type: RelationshipType;
  readonly from: string;
  readonly to: string;
  readonly since?: string;
  readonly until?: string;
  readonly attested: readonly string[];
  readonly position?: Position;
  readonly openedBy?: string;
  readonly closedBy?: string;
  /** Ids of the passages cited. */
  readonly cites: readonly string[];
  /** The article whose dossier says so. */
  readonly article: string;
};

/** The id of a passage: its article, and its key in the dossier. */
export function passageId(article: string, key: string): string {
  return `${article}.${key}`;
}

/** Every claim of a dossier about relationships: those it lists, and those its events begin or end. */
export function claimsOf(dossier: Dossier): readonly Claim[] {
  const known = claims.get(dossier);
  if (known) return known;
  const all = [...listedClaims(dossier), ...dossier.events.flatMap((event) => derivedClaims(event, dossier))];
  claims.set(dossier, all);
  return all;
}

// Checking, comparing and planning all ask for them.
const claims = new WeakMap<Dossier, readonly Claim[]>();

function listedClaims(dossier: Dossier): Claim[] {
  return dossier.relationships.map(({ type, from, to, position, cites, ...times }) => ({
    ...identity(type, from, to, position?.id),
    ...times,
    position,
    cites: cites.map((key) => passageId(dossier.article.id, key)),
    article: dossier.article.id,
  }));
}

function derivedClaims(event: EventEntry, dossier: Dossier): Claim[] {
  const cites = event.cites.map((key) => passageId(dossier.article.id, key));
  return eventRule(event.kind).derives.flatMap((derivation) =>
    pairs(event, derivation).map(([from, to]) => ({
      ...identity(derivation.relationship, from, to, mark(event, derivation)),
      ...(derivation.effect === 'OPENS'
        ? { since: event.date, openedBy: event.id }
        : { until: event.date, closedBy: event.id }),
      attested: event.attested ? [event.attested] : [],
      position: event.position,
      cites,
      article: dossier.article.id,
    })),
  );
}

/** The two ends of every relationship that follows from an event; within one role, each two participants once. */
function pairs(event: EventEntry, { from, to }: Derivation): [string, string][] {
  const sources = participantIds(event, from);
  const targets = participantIds(event, to);
  if (from !== to)
    return sources.flatMap((source) => targets.map((target): [string, string] => [source, target]));
  return sources.flatMap((source, place) =>
    targets.slice(place + 1).map((target): [string, string] => [source, target]),
  );
}

/** The ids of an event's participants in a role. */
function participantIds(event: EventEntry, role: string): string[] {
  return (event.participants[role] ?? []).map((entry) => (typeof entry === 'string' ? entry : entry.id));
}

function mark(event: EventEntry, { relationship }: Derivation): string | undefined {
  const by = relationshipRule(relationship).distinguishedBy;
  if (by === 'position') return event.position?.id;
  return by === 'event' ? event.id : undefined;
}

function identity(type: RelationshipType, one: string, other: string, mark?: string) {
  const swap = relationshipRule(type).symmetric && other < one;
  const [from, to] = swap ? [other, one] : [one, other];
  return { id: relationshipId(from, type, to, mark), type, from, to };
}
