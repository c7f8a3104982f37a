import { type BucketUnit, bucketKey, bucketOf } from '../time/bucket.ts';
import { Numbered } from './numbered.ts';
import type { ListPlace } from './store.ts';

/** Things sorted into groups: the number of each thing's group, and the names of groups at their numbers. */
export type Groups = { readonly numbers: ArrayLike<number>; readonly names: readonly string[] };

type Buckets = { readonly numbers: number[]; readonly table: Numbered };

/**
 * Numbers the times of things: the dates that sources give, with the bucket that holds them. A list has far fewer of
 * them than rows, so what is to be known of one is worked out once.
 */
export class DateTable {
  readonly #texts: Numbered;
  readonly #shortest: string[] = [];
  // Every date of every number: whose it is, and its first and last day as whole numbers that compare as days do.
  readonly #owners: number[] = [];
  readonly #firsts: number[] = [];
  readonly #lasts: number[] = [];
  readonly #buckets = new Map<BucketUnit, Buckets>();

  constructor(texts: readonly string[] = []) {
    this.#texts = new Numbered(texts);
    for (const text of texts) this.#add(text);
  }

  /** All that is numbered, as texts, to make another table of. */
  get texts(): readonly string[] {
    return this.#texts.texts;
  }

  /** The number of the time of a place, given now if it has none. */
  numberOf({ bucket, dates }: Pick<ListPlace, 'bucket' | 'dates'>): number {
    const text = [bucket, ...dates.map((days) => days.join('/'))].join(' ');
    const number = this.#texts.numberOf(text);
    if (number === this.#shortest.length) this.#add(text);
    return number;
  }

  /** Which times have a date that may lie between two ISO days, 1 at their numbers; see `toldIn` of the statements. */
  mayLieIn(from?: string | null, to?: string | null): Uint8Array {
    const [begin, end] = [dayNumber(from ?? ''), dayNumber(to ?? '~')];
    const marks = new Uint8Array(this.#shortest.length);
    for (let date = 0; date < this.#owners.length; date += 1)
      if ((this.#lasts[date] ?? 0) >= begin && (this.#firsts[date] ?? 0) <= end)
        marks[this.#owners[date] ?? 0] = 1;
    return marks;
  }

  /** The buckets that times are counted in. */
  buckets(unit: BucketUnit): Groups {
    const known = this.#buckets.get(unit) ?? { numbers: [], table: new Numbered() };
    this.#buckets.set(unit, known);
    for (const shortest of this.#shortest.slice(known.numbers.length))
      known.numbers.push(known.table.numberOf(widened(shortest, unit)));
    return { numbers: known.numbers, names: known.table.texts };
  }

  #add(text: string): void {
    const [bucket = '', ...dates] = text.split(' ');
    for (const date of dates) {
      const [first = '', last = ''] = date.split('/');
      this.#owners.push(this.#shortest.length);
      this.#firsts.push(dayNumber(first));
      this.#lasts.push(dayNumber(last));
    }
    this.#shortest.push(bucket);
  }
}

/** A day of a pair as a number: an open beginning before, and an open end after every day of four digits to the year. */
function dayNumber(day: string): number {
  if (day === '') return -1;
  return day === '~' ? 1e8 : Number(day.replaceAll('-', ''));
}

/** The bucket of a length, or a longer one, that another bucket lies in: each length is made of whole shorter ones. */
function widened(bucket: string, unit: BucketUnit): string {
  return bucket === 'UNDATED' ? bucket : bucketKey(bucketOf(bucket), unit);
}
