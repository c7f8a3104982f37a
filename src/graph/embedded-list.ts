import type { BucketUnit } from '../time/bucket.ts';
import { compareCodePoints } from './code-points.ts';
import { DateTable } from './embedded-dates.ts';
import { Numbered } from './numbered.ts';
import type { ListPlace, OrderedCounts, OrderedFilter, OrderedRequest } from './store.ts';

/** A thing of a list. */
export type Listed = ListPlace & { readonly id: string; readonly kind: string };

/** What a list holds, row by row in its order: keys, and the numbers of kinds and dates in the tables of their texts. */
export type ListParts = {
  readonly keys: readonly string[];
  readonly kinds: Int32Array;
  readonly dates: Int32Array;
  readonly kindTexts: readonly string[];
  readonly dateTexts: readonly string[];
};

type Ordered = Omit<OrderedRequest, 'list'>;
type Filter = Omit<OrderedFilter, 'list'>;

/**
 * One list in its order, in memory, for an engine without an index that has one. A key ends with a tab and the id, so
 * ids are not kept besides. What changes is taken in when the list is next asked, all at once: one pass then merges a
 * whole load, where inserting one by one would move the rest of the list each time.
 */
export class OrderedList {
  #keys: readonly string[];
  #kinds: Int32Array;
  #dates: Int32Array;
  readonly #kindTable: Numbered;
  readonly #dateTable: DateTable;
  readonly #pending = new Map<string, Listed | null>();

  constructor(parts?: ListParts) {
    this.#keys = parts?.keys ?? [];
    this.#kinds = parts?.kinds ?? new Int32Array();
    this.#dates = parts?.dates ?? new Int32Array();
    this.#kindTable = new Numbered(parts?.kindTexts);
    this.#dateTable = new DateTable(parts?.dateTexts);
  }

  /** Puts a thing in, or in another place. */
  set(thing: Listed): void {
    this.#pending.set(thing.id, thing);
  }

  /** Takes a thing out, if it is there. */
  delete(id: string): void {
    this.#pending.set(id, null);
  }

  /** What it holds, to make another one of. */
  parts(): ListParts {
    this.#settle();
    const [kindTexts, dateTexts] = [this.#kindTable.texts, this.#dateTable.texts];
    return { keys: this.#keys, kinds: this.#kinds, dates: this.#dates, kindTexts, dateTexts };
  }

  /** The ids of the things of a filter strictly between two places, from one end; see `GraphStore.orderedIds`. */
  ids({ after, before, backwards, limit, ...filter }: Ordered): string[] {
    this.#settle();
    const from = after == null ? 0 : this.#placeOf(after, true);
    const to = before == null ? this.#keys.length : this.#placeOf(before, false);
    const passes = this.#passing(filter);
    const found: string[] = [];
    const step = backwards ? -1 : 1;
    for (let row = backwards ? to - 1 : from; row >= from && row < to && found.length < limit; row += step)
      if (passes(row)) found.push(idOf(this.#keys[row]));
    return found;
  }

  /** How many things of a filter there are of each kind, or in each bucket of time; see `GraphStore.orderedCounts`. */
  counts(filter: Filter, by: 'KIND' | BucketUnit): OrderedCounts {
    this.#settle();
    const passes = this.#passing(filter);
    const rows = by === 'KIND' ? this.#kinds : this.#dates;
    const byNumber = new Int32Array(
      by === 'KIND' ? this.#kindTable.texts.length : this.#dateTable.texts.length,
    );
    for (let row = 0; row < rows.length; row += 1)
      if (passes(row)) byNumber[rows[row] ?? 0] = (byNumber[rows[row] ?? 0] ?? 0) + 1;
    const { numbers, names } =
      by === 'KIND'
        ? { numbers: byNumber.map((_, kind) => kind), names: this.#kindTable.texts }
        : this.#dateTable.buckets(by);
    const counts = new Int32Array(names.length);
    for (let number = 0; number < byNumber.length; number += 1) {
      const group = numbers[number] ?? 0;
      counts[group] = (counts[group] ?? 0) + (byNumber[number] ?? 0);
    }
    return names
      .map((name, group) => [name, counts[group] ?? 0] as const)
      .filter(([, count]) => count > 0)
      .sort(([a], [b]) => compareCodePoints(a, b));
  }

  /** Whether a row is of a filter. There are few kinds and few dates, so each is judged once, not row by row. */
  #passing({ kinds, from, to }: Filter): (row: number) => boolean {
    const isRanged = Boolean(from || to);
    if (!kinds && !isRanged) return () => true;
    const ofKind = Uint8Array.from(this.#kindTable.texts, (kind) => Number(!kinds || kinds.includes(kind)));
    if (!isRanged) return (row) => ofKind[this.#kinds[row] ?? 0] === 1;
    const inTime = this.#dateTable.mayLieIn(from, to);
    return (row) => inTime[this.#dates[row] ?? 0] === 1 && ofKind[this.#kinds[row] ?? 0] === 1;
  }

  /** The first row at or after a key; past that key itself, where it is to be. */
  #placeOf(key: string, past: boolean): number {
    let [low, high] = [0, this.#keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = compareCodePoints(this.#keys[middle] ?? '', key);
      if (order < 0 || (past && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Merges what has changed into the order. */
  #settle(): void {
    if (this.#pending.size === 0) return;
    const added = [...this.#pending.values()].filter((thing) => thing !== null);
    added.sort((a, b) => compareCodePoints(a.key, b.key));
    const kept = this.#keptRows();
    const size = kept.length + added.length;
    const [keys, kinds, dates] = [Array<string>(size), new Int32Array(size), new Int32Array(size)];
    for (let row = 0, next = 0, old = 0; row < size; row += 1) {
      const thing = added[next];
      const oldRow = kept[old] ?? -1;
      const oldKey = this.#keys[oldRow];
      if (thing && (oldKey === undefined || compareCodePoints(thing.key, oldKey) < 0)) {
        keys[row] = thing.key;
        kinds[row] = this.#kindTable.numberOf(thing.kind);
        dates[row] = this.#dateTable.numberOf(thing);
        next += 1;
      } else {
        keys[row] = oldKey ?? '';
        kinds[row] = this.#kinds[oldRow] ?? 0;
        dates[row] = this.#dates[oldRow] ?? 0;
        old += 1;
      }
    }
    [this.#keys, this.#kinds, this.#dates] = [keys, kinds, dates];
    this.#pending.clear();
  }

  #keptRows(): Int32Array {
    const kept = new Int32Array(this.#keys.length);
    let count = 0;
    for (const [row, key] of this.#keys.entries()) {
      if (this.#pending.has(idOf(key))) continue;
      kept[count] = row;
      count += 1;
    }
    return kept.subarray(0, count);
  }
}

function idOf(key = ''): string {
  return key.slice(key.lastIndexOf('\t') + 1);
}
