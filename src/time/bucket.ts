import { isoDay, lastDayOf } from './days.ts';
import type { FuzzyDate } from './edtf.ts';

/** Lengths of the stretches that a timeline is counted in, shortest first. */
export const bucketUnits = ['MONTH', 'QUARTER', 'YEAR', 'DECADE'] as const;

/** The length of a stretch. */
export type BucketUnit = (typeof bucketUnits)[number];

/** How coarse a bucket is: a stretch; a century; dates open at an end or wider than a century; no date at all. */
export type BucketKind = BucketUnit | 'CENTURY' | 'OPEN' | 'UNDATED';

/** A bucket: its key, how coarse it is, and its first and last day where it has them. */
export type Bucket = {
  readonly key: string;
  readonly kind: BucketKind;
  readonly earliest: string | null;
  readonly latest: string | null;
};

const stretches = [...bucketUnits, 'CENTURY'] as const;

/** The key of the stretch of a length that an ISO day lies in. */
function stretchKey(day: string, kind: (typeof stretches)[number]): string {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  switch (kind) {
    case 'MONTH':
      return day.slice(0, 7);
    case 'QUARTER':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'YEAR':
      return year;
    case 'DECADE':
      return `${year.slice(0, 3)}X`;
    case 'CENTURY':
      return `${year.slice(0, 2)}XX`;
  }
}

/**
 * The key of the bucket of a date when counting by `unit`: the shortest stretch, of that length or longer, that the
 * date surely lies in. So an event dated coarser than the unit has a coarser bucket of its own; it is never spread and
 * never dropped.
 */
export function bucketKey(date: Pick<FuzzyDate, 'earliest' | 'latest'> | null, unit: BucketUnit): string {
  if (date === null) return 'UNDATED';
  const { earliest, latest } = date;
  if (earliest === null || latest === null) return 'OPEN';
  const longEnough = stretches.slice(stretches.indexOf(unit));
  const stretch = longEnough.find((kind) => stretchKey(earliest, kind) === stretchKey(latest, kind));
  return stretch ? stretchKey(earliest, stretch) : 'OPEN';
}

/** The bucket with a key that `bucketKey` gave. */
export function bucketOf(key: string): Bucket {
  if (key === 'OPEN' || key === 'UNDATED') return { key, kind: key, earliest: null, latest: null };
  if (/^\d{4}-\d\d$/.test(key)) return { key, kind: 'MONTH', ...months(key, Number(key.slice(5)), 1) };
  const quarter = /^\d{4}-Q(\d)$/.exec(key);
  if (quarter) return { key, kind: 'QUARTER', ...months(key, Number(quarter[1]) * 3 - 2, 3) };
  const kind = key.endsWith('XX') ? 'CENTURY' : key.endsWith('X') ? 'DECADE' : 'YEAR';
  return {
    key,
    kind,
    earliest: `${key.replaceAll('X', '0')}-01-01`,
    latest: `${key.replaceAll('X', '9')}-12-31`,
  };
}

function months(key: string, first: number, length: number): Pick<Bucket, 'earliest' | 'latest'> {
  const year = Number(key.slice(0, 4));
  return { earliest: isoDay(year, first, 1), latest: lastDayOf(year, first + length - 1) };
}

const orderInside: readonly BucketKind[] = [
  'OPEN',
  'CENTURY',
  'DECADE',
  'YEAR',
  'QUARTER',
  'MONTH',
  'UNDATED',
];

/** Buckets in order of time: by first day, a coarser one before the finer ones inside it; undated last. */
export function compareBuckets(a: Bucket, b: Bucket): number {
  const day = ({ kind, earliest }: Bucket) => (kind === 'UNDATED' ? '~' : (earliest ?? ''));
  if (day(a) !== day(b)) return day(a) < day(b) ? -1 : 1;
  return orderInside.indexOf(a.kind) - orderInside.indexOf(b.kind);
}
