import { z } from 'zod';
import type { Selection } from '../columns.ts';
import type { Params, Statement } from '../store.ts';
import { type Keyed, keyed } from './keyed.ts';

/**
 * A list the graph can page through, for many parents at once. The order is by one string property that is unique
 * in the list and never null, so a page starts after a key by one comparison, on an index where there is one.
 */
export type List<T> = {
  readonly name: string;
  /** MATCH and WHERE that bind `variables` for the parent `k`. */
  readonly match: string;
  readonly variables: string;
  /** The property the list is ordered by. */
  readonly key: string;
  readonly selection: Selection<T>;
  /** What `match` needs besides `k`. */
  readonly params: Params;
};

/** Which part of a list: at most `limit` rows strictly between two keys, read from one end in one direction. */
export type Window = {
  readonly limit: number;
  readonly after?: string;
  readonly before?: string;
  /** Read from the end of the list; rows then come last one first. */
  readonly backwards: boolean;
  /** The list runs from the greatest key to the least. */
  readonly descending: boolean;
};

/** The statement for one page of a list and its parameters (to which `$keys`, the parents, must be added). */
export function pageStatement<T>(
  list: List<T>,
  window: Window,
): { statement: Statement<Keyed<T[]>>; params: Params } {
  const [past, short] = window.descending ? ['<', '>'] : ['>', '<'];
  const bounds = [
    ...(window.after === undefined ? [] : [`${list.key} ${past} $after`]),
    ...(window.before === undefined ? [] : [`${list.key} ${short} $before`]),
  ];
  const where = bounds.length > 0 ? ` WHERE ${bounds.join(' AND ')}` : '';
  const direction = window.descending === window.backwards ? 'ASC' : 'DESC';
  const body =
    `${list.match} WITH DISTINCT ${list.variables}${where} ORDER BY ${list.key} ${direction} LIMIT $limit ` +
    `RETURN collect(${list.selection.cypher}) AS d`;
  const params = {
    ...list.params,
    limit: window.limit,
    ...(window.after === undefined ? {} : { after: window.after }),
    ...(window.before === undefined ? {} : { before: window.before }),
  };
  return { statement: keyed(list.name, body, z.array(list.selection.schema)), params };
}

/** The statement that counts a list for each parent, and its parameters (to which `$keys` must be added). */
export function countStatement<T>(list: List<T>): { statement: Statement<Keyed<number>>; params: Params } {
  const body = `${list.match} WITH DISTINCT ${list.variables} RETURN count(*) AS d`;
  return { statement: keyed(`${list.name}.totalCount`, body, z.int()), params: list.params };
}

/** `WHERE a AND b` of the conditions that apply; empty where none does. */
export function whereAll(...conditions: (string | false | undefined)[]): string {
  const applying = conditions.filter((condition) => condition);
  return applying.length > 0 ? ` WHERE ${applying.join(' AND ')}` : '';
}
