import { ask, type Operation } from './operation.ts';

type Count = { key: string; count: number };

const byKey = (counts: readonly Count[]) =>
  counts.map(({ key, count }) => [key, count] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Groups events by the bucket of their year, in the last state known of each. */
export const eventsPerYear =
  'MATCH (e:Event) WITH e.bucketYEAR[size(e.bucketYEAR) - 1] AS key, count(*) AS size';

/** How many events there are in each year. */
export const q5: Operation = {
  id: 'Q5',
  title: 'events per year',
  draw: () => ({}),
  ours: ask<{ timeline: { buckets: Count[] } }>(
    '{ timeline(first: 0) { buckets(unit: YEAR) { key count } } }',
    ({ timeline }) => byKey(timeline.buckets),
  ),
  peer: ask<{ eventsPerYear: Count[] }>('{ eventsPerYear { key count } }', (data) =>
    byKey(data.eventsPerYear),
  ),
  plain: ask<{ eventsPerYear: Count[] }>('{ eventsPerYear { key count } }', (data) =>
    byKey(data.eventsPerYear),
  ),
  handWritten: {
    field: 'eventsPerYear',
    cypher: `${eventsPerYear} RETURN collect([key, size]) AS d`,
    shape: (d) => (d as [string, number][]).map(([key, count]) => ({ key, count })),
  },
};
