import type { OrderBy } from '../../model/filters.ts';
import type { RecordOf } from '../columns.ts';
import type { OrderedFilter, Params } from '../store.ts';

/** One key of an order: its name, a Cypher expression that is never null, and whether the greatest value comes first. */
export type OrderKey = { readonly name: string; readonly by: string; readonly descending?: boolean };

/** The place of a row in a list: the values of the list's order keys there. */
export type Place = readonly (string | number)[];

/**
 * What a list is read from: a pattern of the node it hangs on, and an expression of that node's id (or of the ids, for
 * a list of given ids). In a statement of its own both are of the key `k`; inside another, of the record around it.
 */
export type Anchor = { readonly node: string; readonly id: string };

/** An index of relationships: the id of whose they are, and behind it the list's only order key, as it stands there. */
export type RelationshipIndex = {
  /** MATCH that binds the variables of the list and the relationship, of whichever parent. */
  readonly match: string;
  readonly parent: string;
  readonly by: string;
};

/**
 * A list the graph can read for many parents at once, whole or in pages. Its order keys are never null and unique
 * together, so every row has a place, and a page starts after a place without counting.
 */
export type List<T> = {
  readonly name: string;
  /**
   * MATCH that binds `variables` for the parent, without a WHERE. In all statements a name stands for one sort of thing
   * (`n` and `m` entities, `e` events, `r` relationships, `t` taking part, `p` passages, `a` articles, `d` descriptions):
   * the embedded engine takes a name for what it was first, even where another part of the statement binds it anew.
   */
  readonly match: (parent: Anchor) => string;
  readonly variables: string;
  /**
   * For a list of parts that each lie together in an index: what they differ by, an expression. `match` then finds those
   * of `part`, one of `$parts`; a page is put together from the page of each, which the index gives in order.
   */
  readonly parts?: string;
  /** Conditions that all rows meet. */
  readonly where: readonly string[];
  /** Whether the same row can be matched more than once. */
  readonly distinct?: true;
  readonly order: readonly OrderKey[];
  /** The day by whose knowledge the list is read, for one that is. */
  readonly reportedBy?: string | null | undefined;
  /** What the list can be counted by: expressions that give a text or null, by name. */
  readonly facets: { readonly [name: string]: string };
  readonly record: RecordOf<T>;
  /** Where an engine without ordered indexes keeps this list in order, and how its rows are read by their ids. */
  readonly ordered?: {
    readonly filter: OrderedFilter;
    /** Whether the list begins at the end of that order. */
    readonly backwards: boolean;
    readonly byIds: (ids: string) => string;
  };
  /** Where an engine has an index of relationships that gives the rows of a parent in order: how they are found in it. */
  readonly indexed?: RelationshipIndex;
  /** What `match` and `where` need besides the parent. */
  readonly params: Params;
};

/** A list of whatever sort of row, where only its shape counts. */
export type AnyList = Omit<List<object>, 'record'> & {
  readonly record: { readonly variable: string; readonly columns: object };
};

/** Which part of a list: at most `limit` rows strictly between two places, read from one end. */
export type Window = {
  readonly limit: number;
  readonly after?: Place;
  readonly before?: Place;
  /** Read from the end of the list; rows then come last one first. */
  readonly backwards: boolean;
};

/** How many rows of a list have each value of a facet; null counts as a value. */
export type FacetCounts = readonly (readonly [string | null, number])[];

/**
 * The order that a query asks for, by fields whose expressions are never null; by the first field where it asks for
 * none. `unique` names the fields that no two rows share; where none of them is asked for, the last comes last, so
 * that every row has a place of its own.
 */
export function orderOf<Field extends string>(
  orderBy: readonly OrderBy<Field>[] | null | undefined,
  fields: { readonly [F in Field]: string },
  unique: readonly [NoInfer<Field>, ...NoInfer<Field>[]],
): OrderKey[] {
  const [standard] = Object.keys(fields) as [Field];
  const given = orderBy && orderBy.length > 0 ? orderBy : [{ field: standard }];
  // Rows that a field has put in order, the same field again cannot: it would only make a page's bounds longer.
  const asked = given.filter(({ field }, place) => given.findIndex((one) => one.field === field) === place);
  const last = unique.at(-1) ?? unique[0];
  const complete = asked.some(({ field }) => unique.includes(field)) ? asked : [...asked, { field: last }];
  return complete.map(({ field, direction }) => ({
    name: field,
    by: fields[field],
    descending: direction === 'DESC',
  }));
}

/** ` WHERE a AND b`; empty where there is no condition. */
export function whereAll(conditions: readonly string[]): string {
  return conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
}

/** The conditions that apply, the rest left out. */
export function applying(...conditions: readonly (string | false | undefined | null)[]): string[] {
  return conditions.filter(
    (condition): condition is string => typeof condition === 'string' && condition !== '',
  );
}
