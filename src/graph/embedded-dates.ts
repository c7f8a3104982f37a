import { type BucketUnit, bucketKey } from '../time/bucket.ts';
import { Numbered } from './numbered.ts';

/** The first and last day of a date, as ISO days; null where it is open. */
export type Days = { readonly earliest: string | null; readonly latest: string | null };

/**
 * Numbers dates, of which a list has far fewer than rows: what is to be known of a date is then worked out once. No
 * date at all has a number too.
 */
export class DateTable {
  readonly #texts: Numbered;
  readonly #days: (Days | null)[] = [];
  readonly #buckets = new Map<BucketUnit, string[]>();

  constructor(texts: readonly string[] = []) {
    this.#texts = new Numbered(texts);
    this.#days.push(...texts.map(readDays));
  }

  /** All dates as texts, to make another table of. */
  get texts(): readonly string[] {
    return this.#texts.texts;
  }

  /** The number of a date, given now if it has none. */
  numberOf(date: Days | null): number {
    const number = this.#texts.numberOf(date ? `${date.earliest ?? ''}/${date.latest ?? ''}` : undated);
    if (number === this.#days.length) this.#days.push(date);
    return number;
  }

  /**
   * Which dates may lie between two ISO days, 1 at their numbers, as `mayLieIn` of statements/filters/time.ts has it: an
   * open end rules nothing out, and no date lies in no range.
   */
  mayLieIn(from?: string | null, to?: string | null): Uint8Array {
    return Uint8Array.from(this.#days, (date) => {
      if (!date) return 0;
      const { earliest, latest } = date;
      return Number(
        (!from || latest === null || latest >= from) && (!to || earliest === null || earliest <= to),
      );
    });
  }

  /** The keys of the buckets that dates lie in, at their numbers. */
  buckets(unit: BucketUnit): readonly string[] {
    const known = this.#buckets.get(unit) ?? [];
    this.#buckets.set(unit, known);
    for (const date of this.#days.slice(known.length)) known.push(bucketKey(date, unit));
    return known;
  }
}

const undated = '';

function readDays(text: string): Days | null {
  if (text === undated) return null;
  const [earliest, latest] = text.split('/');
  return { earliest: earliest || null, latest: latest || null };
}
