import { keepAhead, markKnown } from '../graph/ahead.ts';
import { values, within } from '../graph/decode.ts';
import type { Place, Window } from '../graph/statements/list.ts';
import { countFrom, layoutOf, placeFrom, type Read, type Take } from '../graph/statements/read.ts';

/** One page of a list, in the order of the list, each row with its place; null where that was not asked for. */
export type Page<T> = {
  readonly rows: readonly (readonly [place: Place | null, row: T])[];
  /** Null where it was not asked for. */
  readonly hasPreviousPage: boolean | null;
  readonly hasNextPage: boolean | null;
};

/**
 * Decodes what a statement found for one parent, and turns it into what its reading gives: a page, a list, a count. What
 * was read from its rows along with them is hung on those. They are marked with the day by whose knowledge they were
 * read: the list's own unless it is given.
 */
export function settle(read: Read, found: unknown, day = read.list.reportedBy ?? undefined): unknown {
  try {
    return hang(read, found, day);
  } catch (error) {
    throw within(`${read.list.name} gave a row that does not fit`, error);
  }
}

function hang(read: Read, found: unknown, day: string | undefined): unknown {
  const { list, take } = read;
  if (take.kind === 'COUNT' || take.kind === 'FACET') return countFrom[take.kind](found);
  const { isPlaced, width, recordOf, reads } = layoutOf(read);
  const records: object[] = [];
  const places: Place[] = [];
  for (const one of values(found)) {
    const row = values(one, width);
    const record = recordOf(row);
    records.push(record);
    if (day) markWhole(list.record, record, day);
    if (isPlaced) places.push(placeFrom(row[0]));
    for (const { read: inner, inside, at } of reads)
      keepAhead(
        recordAt(record, inside.path),
        inner.key,
        settle(inner, row[at], inner.list.reportedBy ?? day),
      );
  }
  return take.kind === 'PAGE' ? pageOf(records, places, take.window, read.wanted?.more ?? true) : records;
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

/** A page of the rows found; where it is wanted whether the list goes on, one row more than asked for was read. */
function pageOf(
  records: readonly object[],
  places: readonly Place[],
  { limit, backwards, after, before }: Window,
  isGoingOn: boolean,
): Page<object> {
  const more = isGoingOn ? records.length === limit : null;
  const rows = (isGoingOn ? records.slice(0, limit - 1) : records).map(
    (record, index) => [places[index] ?? null, record] as const,
  );
  if (backwards) return { rows: rows.reverse(), hasPreviousPage: more, hasNextPage: before !== undefined };
  return { rows, hasPreviousPage: after !== undefined, hasNextPage: more };
}

/** What a window takes of a list: a page, and one row more that tells whether the list goes on; all without a window. */
export function takeOf(window: Window | undefined): Take {
  return window ? { kind: 'PAGE', window: { ...window, limit: window.limit + 1 } } : { kind: 'ALL' };
}
