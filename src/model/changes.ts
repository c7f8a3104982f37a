import type { EventKind } from './events.ts';
import type { ReportedBy } from './filters.ts';
import type { RelationshipType } from './vocabulary.ts';

/** What can change in the graph from one day to another. Their alphabetical order is the one they are listed in. */
export const changeKinds = ['BEGAN', 'ENDED', 'HAPPENED'] as const;

/** A relationship began, a relationship ended, or an event happened. */
export type ChangeKind = (typeof changeKinds)[number];

/** Whether a change surely lies in a range of days, or may. */
export type ChangeCertainty = 'CERTAIN' | 'POSSIBLE';

/** A change: the id of the relationship or event, and whether its date surely lies in the range asked for. */
export type ChangeRow = { kind: ChangeKind; id: string; certainty: ChangeCertainty };

/** Which relationships and events: those of some types and kinds, those that any of some entities has a part in. */
export type FactFilter = ReportedBy & {
  readonly types?: readonly RelationshipType[] | null;
  readonly eventKinds?: readonly EventKind[] | null;
  /** Ids of entities. */
  readonly about?: readonly string[] | null;
};

/** Which changes: those that may lie between two days, both included. */
export type ChangeFilter = FactFilter & {
  /** ISO days. */
  readonly between: { readonly from: string; readonly to: string };
  readonly kinds?: readonly ChangeKind[] | null;
  readonly certainty?: readonly string[] | null;
};
