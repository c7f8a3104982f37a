import { z } from 'zod';
import { type BucketUnit, bucketKey, bucketOf } from '../time/bucket.ts';
import type { OrderedCounts, OrderedFilter, SearchChanges, Statement, Transaction } from './store.ts';

/**
 * Neo4j's own index for counting a timeline: each event hangs on the stretch of time it lies in, by month and by year,
 * and how many hang on one the database knows without looking at them.
 */
export const bucketSchema =
  'CREATE CONSTRAINT bucket_key IF NOT EXISTS FOR (n:Bucket) REQUIRE n.key IS UNIQUE';

/** The lengths that are kept; longer ones are counted from these. */
const kept: { readonly [Unit in BucketUnit]: 'MONTH' | 'YEAR' } = {
  MONTH: 'MONTH',
  QUARTER: 'MONTH',
  YEAR: 'YEAR',
  DECADE: 'YEAR',
};

const hang: Statement = {
  name: 'neo4j.buckets.hang',
  text:
    'UNWIND $rows AS row MATCH (e:Thing {id: row.id}) ' +
    'CALL (e) { OPTIONAL MATCH (e)-[old:LIES_IN]->(:Bucket) DELETE old } ' +
    'WITH e, row UNWIND row.keys AS key MERGE (b:Bucket {key: key}) CREATE (e)-[:LIES_IN]->(b)',
  row: z.unknown().parse,
};

/** How many events hang on each bucket of a length. */
export const bucketSizes: Statement<{ key: string; size: number }> = {
  name: 'neo4j.buckets.sizes',
  text:
    'MATCH (b:Bucket) WHERE b.key STARTS WITH $unit ' +
    'RETURN substring(b.key, size($unit)) AS key, COUNT { (b)<-[:LIES_IN]-() } AS size',
  row: z.object({ key: z.string(), size: z.int() }).parse,
};

/** Hangs the events that a transaction has stored on their buckets. */
export async function keepBuckets(
  transaction: Pick<Transaction, 'run'>,
  changes: readonly SearchChanges[],
): Promise<void> {
  const rows = changes
    .flatMap(({ set }) => set)
    .filter(({ place }) => place.list === 'Event')
    .map(({ id, place }) => ({
      id,
      keys: ['MONTH', 'YEAR'].map((unit) => `${unit} ${widened(place.bucket, unit as 'MONTH' | 'YEAR')}`),
    }));
  if (rows.length > 0) await transaction.run(hang, { rows });
}

/** The buckets whose sizes answer a count, as a parameter of `bucketSizes`; null where it must be counted otherwise. */
export function bucketsOf(filter: OrderedFilter, by: 'KIND' | BucketUnit): { unit: string } | null {
  const isWhole = filter.list === 'Event' && !filter.kinds && !filter.from && !filter.to;
  return isWhole && by !== 'KIND' ? { unit: `${kept[by]} ` } : null;
}

/** The counts by a length of time, from the sizes of the buckets that are kept. */
export function countsFrom(
  sizes: readonly { readonly key: string; readonly size: number }[],
  unit: BucketUnit,
): OrderedCounts {
  const counts = new Map<string, number>();
  for (const { key, size } of sizes) {
    const wide = widened(key, unit);
    if (size > 0) counts.set(wide, (counts.get(wide) ?? 0) + size);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The bucket that holds another one, of a length or longer. */
function widened(key: string, unit: BucketUnit): string {
  return key === 'UNDATED' ? key : bucketKey(bucketOf(key), unit);
}
