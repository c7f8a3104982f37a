import { z } from 'zod';
import type { OrderBy } from '../../model/filters.ts';
import type { Selection } from '../columns.ts';
import type { Params, Statement, Value } from '../store.ts';
import { type Keyed, keyed } from './keyed.ts';

/** One key of an order: its name, a Cypher expression that is never null, and whether the greatest value comes first. */
export type OrderKey = { readonly name: string; readonly by: string; readonly descending?: boolean };

/** The place of a row in a list: the values of the list's order keys there. */
export type Place = readonly (string | number)[];

/**
 * A list the graph can page through, for many parents at once. Its order keys are never null and unique together, so
 * every row has a place, and a page starts after a place without counting.
 */
export type List<T> = {
  readonly name: string;
  /** MATCH that binds `variables` for the parent `k`, without a WHERE. */
  readonly match: string;
  readonly variables: string;
  /** Conditions that all rows meet. */
  readonly where: readonly string[];
  /** Whether the same row can be matched more than once. */
  readonly distinct?: true;
  readonly order: readonly OrderKey[];
  /** What the list can be counted by: expressions that give a text or null, by name. */
  readonly facets: { readonly [name: string]: string };
  readonly selection: Selection<T>;
  /** What `match` and `where` need besides `k`. */
  readonly params: Params;
};

/** Which part of a list: at most `limit` rows strictly between two places, read from one end. */
export type Window = {
  readonly limit: number;
  readonly after?: Place;
  readonly before?: Place;
  /** Read from the end of the list; rows then come last one first. */
  readonly backwards: boolean;
};

/** A row with its place in the list. */
export type Placed<T> = readonly [Place, T];

/** A statement with its parameters, to which `$keys` (the parents) must be added. */
export type Prepared<T> = { readonly statement: Statement<Keyed<T>>; readonly params: Params };

const place = z.array(z.union([z.string(), z.number()]));

/** The statement for one page of a list. */
export function pageStatement<T>(list: List<T>, window: Window): Prepared<Placed<T>[]> {
  const { order, selection } = list;
  const bounds = [
    ...(window.after ? [beyond(order, 'after', false)] : []),
    ...(window.before ? [beyond(order, 'before', true)] : []),
  ];
  const by = order.map(
    (key) => `${key.by} ${(key.descending ?? false) === window.backwards ? 'ASC' : 'DESC'}`,
  );
  const row = `[[${order.map((key) => key.by).join(', ')}], ${selection.cypher}]`;
  const body = `${rowsOf(list, bounds)} WITH ${list.variables} ORDER BY ${by.join(', ')} LIMIT $limit RETURN collect(${row}) AS d`;
  const params = {
    ...list.params,
    limit: window.limit,
    ...placeParams('after', window.after),
    ...placeParams('before', window.before),
  };
  return { statement: keyed(list.name, body, z.array(z.tuple([place, selection.schema]))), params };
}

/** The statement that counts a list for each parent. */
export function countStatement<T>(list: List<T>): Prepared<number> {
  const statement = keyed(`${list.name}.totalCount`, `${rowsOf(list, [])} RETURN count(*) AS d`, z.int());
  return { statement, params: list.params };
}

/** How many rows of a list have each value of a facet; null counts as a value. */
export type FacetCounts = readonly (readonly [string | null, number])[];

/** The statement that counts a list by one of its facets, for each parent, without fetching a row. */
export function facetStatement<T>(list: List<T>, facet: string): Prepared<FacetCounts> {
  const by = list.facets[facet];
  if (by === undefined) throw new Error(`${list.name} has no facet ${facet}`);
  const body = `${rowsOf(list, [])} WITH ${by} AS value, count(*) AS size ORDER BY value RETURN collect([value, size]) AS d`;
  const statement = keyed(`${list.name}.${facet}`, body, z.array(z.tuple([z.string().nullable(), z.int()])));
  return { statement, params: list.params };
}

/** The part of a statement that binds a list's rows, once each, that also meet `bounds`. */
function rowsOf<T>(list: List<T>, bounds: readonly string[]): string {
  // Bounds stay in the first WHERE where they can: that is where an index can serve them.
  if (!list.distinct) return `${list.match}${whereAll([...list.where, ...bounds])}`;
  return `${list.match}${whereAll(list.where)} WITH DISTINCT ${list.variables}${whereAll(bounds)}`;
}

/**
 * The condition that a row lies beyond a place. Written `d >= $d AND (d > $d OR …)`, since the plain OR costs Neo4j
 * its index.
 */
function beyond(order: readonly OrderKey[], name: string, before: boolean): string {
  const compare = (index: number): string => {
    const { by, descending = false } = order[index] as OrderKey;
    const sign = descending === before ? '>' : '<';
    const strictly = `${by} ${sign} $${name}${index}`;
    if (index === order.length - 1) return strictly;
    return `${by} ${sign}= $${name}${index} AND (${strictly} OR (${compare(index + 1)}))`;
  };
  return compare(0);
}

function placeParams(name: string, values: Place | undefined): Params {
  return Object.fromEntries(
    (values ?? []).map((value, index): [string, Value] => [`${name}${index}`, value]),
  );
}

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
  const asked = orderBy && orderBy.length > 0 ? orderBy : [{ field: standard }];
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
