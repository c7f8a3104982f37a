import type { EventKind, Role } from './events.ts';
import type { Aspect, EntityKind, LegalForm, RelationshipType } from './vocabulary.ts';

/**
 * Filters, as a query gives them: what is left out (or null) does not restrict, what is given must hold, all of it.
 * `and`, `or` and `not` combine filters of the same sort.
 */

/** Filters that can be combined. */
export type Combined<F> = {
  readonly and?: readonly F[] | null;
  readonly or?: readonly F[] | null;
  readonly not?: F | null;
};

/** A range of ISO days, inclusive; an end left out is open. */
export type DayRange = { readonly from?: string | null; readonly to?: string | null };

/** How a text compares, case and width aside. */
export type TextFilter = {
  readonly equals?: string | null;
  readonly startsWith?: string | null;
  readonly contains?: string | null;
};

/** Whether a state held on a day, as far as sources tell. */
export type AsOf = {
  readonly asOf?: string | null;
  readonly certainty?: readonly ('CERTAIN' | 'POSSIBLE' | 'NO')[] | null;
};

/** Only what articles published by a day tell. */
export type ReportedBy = { readonly reportedBy?: string | null };

/** Which entities. */
export interface EntityFilter extends Combined<EntityFilter> {
  readonly kinds?: readonly EntityKind[] | null;
  readonly slugs?: readonly string[] | null;
  /** Compares names in either language. */
  readonly name?: TextFilter | null;
  readonly alias?: TextFilter | null;
  /** Occurs in a name, an alias or a description. */
  readonly text?: string | null;
  readonly legalForms?: readonly LegalForm[] | null;
  readonly related?: RelatedFilter | null;
  readonly tookPart?: PartFilter | null;
  /** Slug of an article. */
  readonly citedBy?: string | null;
}

/** Has a relationship of one of these types, in this direction, with one of these entities, as of a day. */
export type RelatedFilter = AsOf & {
  readonly types?: readonly RelationshipType[] | null;
  readonly direction?: 'OUT' | 'IN' | 'BOTH' | null;
  readonly with?: readonly string[] | null;
};

/** Took part in an event of one of these kinds, in one of these roles, in a range of days. */
export type PartFilter = {
  readonly kinds?: readonly EventKind[] | null;
  readonly roles?: readonly Role[] | null;
  readonly occurred?: DayRange | null;
};

/** Which events. */
export interface EventFilter extends Combined<EventFilter> {
  readonly kinds?: readonly EventKind[] | null;
  readonly slugs?: readonly string[] | null;
  readonly participants?: {
    readonly any?: readonly string[] | null;
    readonly all?: readonly string[] | null;
    readonly roles?: readonly Role[] | null;
  } | null;
  /** Occurs in a title or a description. */
  readonly text?: string | null;
  readonly occurred?: DayRange | null;
  readonly precisions?: readonly string[] | null;
  readonly dated?: boolean | null;
  readonly citedBy?: string | null;
}

/** Which relationships. */
export interface RelationshipFilter extends Combined<RelationshipFilter> {
  readonly types?: readonly RelationshipType[] | null;
  /** The entity at the other end. */
  readonly other?: EntityFilter | null;
  readonly began?: DayRange | null;
  readonly ended?: DayRange | null;
  readonly citedBy?: string | null;
}

/** Which articles. */
export interface ArticleFilter extends Combined<ArticleFilter> {
  readonly text?: string | null;
  readonly published?: DayRange | null;
  readonly publishers?: readonly string[] | null;
  readonly languages?: readonly ('EN' | 'KO')[] | null;
}

/** Which passages. */
export interface PassageFilter extends Combined<PassageFilter> {
  readonly articles?: readonly string[] | null;
  readonly text?: string | null;
}

/** Which descriptions. */
export interface DescriptionFilter extends Combined<DescriptionFilter> {
  readonly aspects?: readonly Aspect[] | null;
  readonly text?: string | null;
}

/** One key of an order. */
export type OrderBy<Field extends string> = {
  readonly field: Field;
  readonly direction?: 'ASC' | 'DESC' | null;
};
