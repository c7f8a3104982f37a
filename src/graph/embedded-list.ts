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
    const [numbers, names] =
      by === 'KIND' ? [this.#kinds, this.#kindTable.texts] : [this.#dates, this.#dateTable.buckets(by)];
    const byNumber = new Int32Array(names.length);
    for (const [row, number] of numbers.entries())
      if (passes(row)) byNumber[number] = (byNumber[number] ?? 0) + 1;
    const counts = new Map<string, number>();
    for (const [number, count] of byNumber.entries()) {
      const name = names[number] ?? '';
      if (count > 0) counts.set(name, (counts.get(name) ?? 0) + count);
    }
    return [...counts].sort(([a], [b]) => compareCodePoints(a, b));
  }

  /** Whether a row is of a filter. There are few kinds and few dates, so each is judged once, not row by row. */
  #passing({ kinds, from, to }: Filter): (row: number) => boolean {
    const ofKind = kinds && Uint8Array.from(this.#kindTable.texts, (kind) => Number(kinds.includes(kind)));
    const inTime = (from || to) && this.#dateTable.mayLieIn(from, to);
    return (row) =>
      (!ofKind || ofKind[this.#kinds[row] ?? 0] === 1) && (!inTime || inTime[this.#dates[row] ?? 0] === 1);
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
        dates[row] = this.#dateTable.numberOf(thing.date);
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
