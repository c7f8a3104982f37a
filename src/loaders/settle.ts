import { keepAhead, markKnown } from '../graph/ahead.ts';
import type { Place, Window } from '../graph/statements/list.ts';
import { type Read, type Row, readsOf, type Take } from '../graph/statements/read.ts';

/** One page of a list, in the order of the list, each row with its place; null where that was not asked for. */
export type Page<T> = {
  readonly rows: readonly (readonly [place: Place | null, row: T])[];
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
};

/**
 * Turns what a statement found for one parent into what its reading gives: a page, a list, a count. What was read from
 * its rows along with them is hung on those. They are marked with the day by whose knowledge they were read: the list's
 * own unless it is given.
 */
export function settle(read: Read, found: unknown, day = read.list.reportedBy ?? undefined): unknown {
  if (read.take.kind === 'COUNT' || read.take.kind === 'FACET') return found;
  const rows = found as readonly Row[];
  if (day) for (const [, record] of rows) markWhole(read.list.record, record, day);
  for (const [index, { read: inner, inside }] of readsOf(read).entries()) {
    for (const row of rows)
      keepAhead(
        recordAt(row[1], inside.path),
        inner.key,
        settle(inner, row[index + 2], inner.list.reportedBy ?? day),
      );
  }
  return read.take.kind === 'PAGE' ? pageOf(rows, read.take.window) : rows.map(([, record]) => record);
}

/** Marks a record, and the records inside it, as read by what was known on a day. */
function markWhole(shape: { readonly columns: object }, record: object, day: string): void {
  markKnown(record, day);
  for (const [name, column] of Object.entries(shape.columns)) {
    const inner = 'variable' in column && name in record && Object.hasOwn(record, name);
    if (inner) markWhole(column, (record as { readonly [name: string]: object })[name] as object, day);
  }
}

function recordAt(record: object, path: readonly string[]): object {
  let at = record;
  for (const name of path) at = (at as { readonly [name: string]: object })[name] as object;
  return at;
}

/** One row more than asked for was read: it tells whether the list goes on. */
function pageOf(found: readonly Row[], { limit, backwards, after, before }: Window): Page<object> {
  const more = found.length === limit;
  const rows = found.slice(0, limit - 1).map(([place, record]) => [place, record] as const);
  if (backwards) return { rows: rows.reverse(), hasPreviousPage: more, hasNextPage: before !== undefined };
  return { rows, hasPreviousPage: after !== undefined, hasNextPage: more };
}

/** What a window takes of a list: a page, and one row more that tells whether the list goes on; all without a window. */
export function takeOf(window: Window | undefined): Take {
  return window ? { kind: 'PAGE', window: { ...window, limit: window.limit + 1 } } : { kind: 'ALL' };
}
