import { type Bucket, type BucketKind, bucketKey, bucketOf, bucketUnits } from './bucket.ts';

/** The events of one reach that may lie in a range of days: those whose key in order of time lies between two texts. */
export type ReachRange = readonly [reach: BucketKind, from: string, to: string];

/** After every key of a day, and after every key there is. */
const [pastDay, pastAll] = ['~', '~~'];

/**
 * The reach of an event: how long the shortest stretch is that holds every day it may have happened on. Events of one
 * reach that lie in a range stand together in order of time, whatever else lies between them: "the 2010s" begins years
 * before a day it may mean, a month at most a month.
 */
export function reachOf(monthBucket: string): BucketKind {
  return bucketOf(monthBucket).kind;
}

/** Where events that may lie in a range (ISO days, an end left out is open) stand in order of time, by their reach. */
export function reachesIn(from?: string | null, to?: string | null): ReachRange[] {
  const first = (reach: BucketKind) => (from ? (stretchOf(reach, from).earliest ?? '') : '');
  // Of several dates told, the one that an event stands at may lie behind the range and another one in it.
  const last = (reach: BucketKind) => (to ? `${stretchOf(reach, to).latest}${pastDay}` : pastAll);
  const closed = [...bucketUnits, 'CENTURY'] as const;
  // What is open at an end stands where its other end is: anywhere, for a range.
  return [...closed.map((reach): ReachRange => [reach, first(reach), last(reach)]), ['OPEN', '', pastAll]];
}

/** The stretch of a reach that a day lies in. */
function stretchOf(reach: BucketKind, day: string): Bucket {
  const unit = bucketUnits.find((one) => one === reach);
  return bucketOf(unit ? bucketKey({ earliest: day, latest: day }, unit) : `${day.slice(0, 2)}XX`);
}
