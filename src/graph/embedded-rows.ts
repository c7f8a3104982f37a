import { z } from 'zod';
import { bucketKey } from '../time/bucket.ts';
import { listNames } from './embedded-lists.ts';
import type { DayPair, SearchEntry, Statement } from './store.ts';

/** Everything that is indexed, column by column: a hundred thousand rows of names and values cost twice the time. */
export type IndexedColumns = {
  readonly ids: readonly string[];
  readonly kinds: readonly string[];
  readonly texts: readonly string[];
  readonly lists: readonly SearchEntry['place']['list'][];
  readonly keys: readonly string[];
  readonly dates: readonly (readonly string[])[];
  readonly buckets: readonly string[];
};

const toldNow =
  "CASE WHEN n.dateToldOnce THEN [n.dateToldFirst + '/' + n.dateToldLast] WHEN n.dateTold IS NULL THEN [] ELSE " +
  '[x IN range(0, size(n.dateTold) - 1) WHERE n.dateTold[x] = size(n.reportedFrom) - 1 ' +
  "| n.dateToldFrom[x] + '/' + n.dateToldTo[x]] END";
const published =
  "coalesce(toString(n.publishedEarliest), '') + '/' + coalesce(toString(n.publishedLatest), '~')";

// `collect` leaves out nulls, so an empty text stands for them.
const columns: { readonly [column in keyof IndexedColumns]: string } = {
  ids: 'n.id',
  kinds: 'n.kind',
  texts: 'n.searchText',
  lists:
    "CASE WHEN n.nameKey IS NOT NULL THEN 'Entity' WHEN n.publishedEdtf IS NOT NULL THEN 'Article' ELSE 'Event' END",
  keys: 'coalesce(n.nameKey, n.timelineKey)',
  dates: `CASE WHEN n.publishedEdtf IS NOT NULL THEN [${published}] ELSE ${toldNow} END`,
  buckets: "coalesce(n.bucketMONTH[size(n.bucketMONTH) - 1], '')",
};

const texts = z.array(z.string());

/** Reads everything that can be searched for and stands in a list. */
export const indexedThings: Statement<IndexedColumns> = {
  name: 'embedded.indexedThings',
  text: `MATCH (n:Thing) WHERE n.searchText IS NOT NULL RETURN ${Object.entries(columns)
    .map(([name, column]) => `collect(${column}) AS ${name}`)
    .join(', ')}`,
  row: z.object({
    ids: texts,
    kinds: texts,
    texts,
    lists: z.array(z.enum(listNames)),
    keys: texts,
    dates: z.array(texts),
    buckets: texts,
  }).parse,
};

/** One row of the columns. */
export function entryAt(columns: IndexedColumns, row: number): SearchEntry {
  const dates = (columns.dates[row] ?? []).map((date): DayPair => {
    const [first = '', last = ''] = date.split('/');
    return [first, last];
  });
  return {
    id: columns.ids[row] ?? '',
    kind: columns.kinds[row] ?? '',
    searchText: columns.texts[row] ?? '',
    place: {
      list: columns.lists[row] ?? 'Event',
      key: columns.keys[row] ?? '',
      dates,
      // Buckets are stored of events alone.
      bucket: columns.buckets[row] || bucketOfDays(dates),
    },
  };
}

/** The key of the shortest bucket that the only one of some dates lies in. */
function bucketOfDays([days]: readonly DayPair[]): string {
  if (!days) return bucketKey(null, 'MONTH');
  const [first, last] = days;
  return bucketKey({ earliest: first || null, latest: last === '~' ? null : last }, 'MONTH');
}
