import { markKnown } from '../graph/ahead.ts';
import { eventsAsKnown, happenedBy, relationshipsAsKnown } from '../graph/statements/as-known.ts';
import type { Event, Relationship } from '../model/things.ts';
import type { Certainty } from '../time/interval.ts';
import { type Batch, batch, type Source } from './batch.ts';

/** Where a relationship is found: its source, its id, its target. */
export type RelationshipKey = readonly [from: string, id: string, to: string];

/** Loaders of facts as they were known on a day; null for what nothing had reported by then. */
export type AsKnownLoaders = {
  readonly events: Batch<string, Event | null>;
  readonly relationships: Batch<RelationshipKey, Relationship | null>;
};

/** Gives the loaders for each day on which a request asks what was known: the same ones for the same day. */
export function createAsKnownLoaders(source: Source): (reportedBy: string) => AsKnownLoaders {
  return kept((reportedBy) => ({
    events: batch(source, eventsAsKnown, { reportedBy }, ([event]: Event[]) =>
      event ? markKnown(event, reportedBy) : null,
    ),
    relationships: batch<RelationshipKey, Relationship[], Relationship | null>(
      source,
      relationshipsAsKnown,
      { reportedBy },
      ([relationship]) => (relationship ? markKnown(relationship, reportedBy) : null),
    ),
  }));
}

/** Tells by the event's id whether it had happened by a day; null for what nothing had reported. */
export type HappenedLoaders = (asOf: string, reportedBy: string | null) => Batch<string, Certainty | null>;

/** Gives the loader for each day that a request asks of, and each day of what was known: the same one for the same. */
export function createHappenedLoaders(source: Source): HappenedLoaders {
  const loaders = kept((key) => {
    const [asOf = '', reportedBy] = key.split(' ');
    const { statement, params } = happenedBy(asOf, { reportedBy });
    return batch<string, Certainty[], Certainty | null>(
      source,
      statement,
      params,
      ([certainty]) => certainty ?? null,
    );
  });
  return (asOf, reportedBy) => loaders(reportedBy ? `${asOf} ${reportedBy}` : asOf);
}

function kept<T>(create: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const value = made.get(key) ?? create(key);
    made.set(key, value);
    return value;
  };
}
