import { type Maybe, using } from '../maybe.ts';
import { type Bucket, type BucketUnit, bucketOf, compareBuckets } from '../time/bucket.ts';
import type { Connection } from './connection.ts';

type Facet = Connection<unknown>['facet'];

/** The buckets of a list of events, in order of time, with how many events each holds. */
export function buckets(facet: Facet, unit: BucketUnit): Maybe<(Bucket & { count: number })[]> {
  return using(facet(unit), (counts) =>
    counts.map(([key, count]) => ({ ...bucketOf(key ?? 'UNDATED'), count })).sort(compareBuckets),
  );
}

/** How many rows have each value of a facet, most first; rows without a value are left out. */
export function counts<V extends string>(facet: Facet, name: string): Maybe<{ value: V; count: number }[]> {
  return using(facet(name), (all) =>
    all
      .flatMap(([value, count]) => (value === null ? [] : [{ value: value as V, count }]))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  );
}
