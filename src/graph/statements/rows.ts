import type { Params, Value } from '../store.ts';
import {
  type Anchor,
  type AnyList,
  type OrderKey,
  type Place,
  type RelationshipIndex,
  type Window,
  whereAll,
} from './list.ts';

const unwindParts = 'UNWIND $parts AS part ';

/** The part of a statement that binds a list's rows, once each. */
export function rowsOf(list: AnyList, parent: Anchor): string {
  return `${list.parts ? unwindParts : ''}${rowsWithin(list, parent, [])}`;
}

function rowsWithin(list: AnyList, parent: Anchor, bounds: readonly string[]): string {
  const match = list.match(parent);
  // Bounds stay in the first WHERE where they can: that is where an index can serve them.
  if (!list.distinct) return `${match}${whereAll([...list.where, ...bounds])}`;
  return `${match}${whereAll(list.where)} WITH DISTINCT ${list.variables}${whereAll(bounds)}`;
}

/** Binds the rows of one page of a list, in the order they are read in; `$limit` bounds them. */
export function pageOf(list: AnyList, window: Window, parent: Anchor): string {
  const bounds = boundsOf(list.order, window);
  const rows = rowsWithin(list, parent, bounds);
  const order = orderText(list.order, window.backwards);
  const page = (by: string) => ` WITH ${list.variables} ORDER BY ${by} LIMIT $limit`;
  if (!list.parts) return `${rows}${page(order)}`;
  // All of a part are equal in what parts differ by; an index that begins with it gives its order only to who names it.
  const parts = { by: list.parts, name: 'PART', descending: list.order[0]?.descending ?? false };
  const within = orderText([parts, ...list.order], window.backwards);
  return `${unwindParts}CALL (part) { ${rows}${page(within)} RETURN ${list.variables} }${page(order)}`;
}

/**
 * As `pageOf`, from an index of relationships, however many the parent has: the index gives them in order, equal ones
 * behind one another, and only to who names all that it is made of.
 */
export function indexedPageOf(
  list: AnyList,
  { match, parent: of, by }: RelationshipIndex,
  window: Window,
  parent: Anchor,
): string {
  const keys = list.order.map((key) => ({ ...key, by }));
  const conditions = [`${of} = ${parent.id}`, `${by} IS NOT NULL`, ...boundsOf(keys, window), ...list.where];
  const order = orderText(
    keys.flatMap((key) => [
      { ...key, by: 'indexParent' },
      { ...key, by: 'indexKey' },
    ]),
    window.backwards,
  );
  return (
    `${match}${whereAll(conditions)} WITH DISTINCT ${list.variables}, ${of} AS indexParent, ${by} AS indexKey ` +
    `ORDER BY ${order} LIMIT $limit`
  );
}

function boundsOf(order: readonly OrderKey[], { after, before }: Window): string[] {
  return [
    ...(after ? [beyond(order, 'after', false)] : []),
    ...(before ? [beyond(order, 'before', true)] : []),
  ];
}

/** Binds all rows of a list, in its order. */
export function wholeOf(list: AnyList, parent: Anchor): string {
  if (list.order.length === 0) return rowsOf(list, parent);
  return `${rowsOf(list, parent)} WITH ${list.variables} ORDER BY ${orderText(list.order, false)}`;
}

/** The place of the row that is bound. */
export function placeOf({ order }: AnyList): string {
  return `[${order.map((key) => key.by).join(', ')}]`;
}

/** The parameters that a window adds to a list's. */
export function windowParams({ limit, after, before }: Window): Params {
  return { limit, ...placeParams('after', after), ...placeParams('before', before) };
}

function orderText(order: readonly OrderKey[], backwards: boolean): string {
  return order
    .map((key) => `${key.by} ${(key.descending ?? false) === backwards ? 'ASC' : 'DESC'}`)
    .join(', ');
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
