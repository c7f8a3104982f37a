import { z } from 'zod';
import { listNames } from './embedded-lists.ts';
import type { SearchEntry, Statement } from './store.ts';

/** Everything that is indexed, column by column: a hundred thousand rows of names and values cost twice the time. */
export type IndexedColumns = {
  readonly ids: readonly string[];
  readonly kinds: readonly string[];
  readonly texts: readonly string[];
  readonly lists: readonly SearchEntry['place']['list'][];
  readonly keys: readonly string[];
  readonly dates: readonly string[];
  readonly earliest: readonly string[];
  readonly latest: readonly string[];
};

// `collect` leaves out nulls, so an empty text stands for them.
const columns: { readonly [column in keyof IndexedColumns]: string } = {
  ids: 'n.id',
  kinds: 'n.kind',
  texts: 'n.searchText',
  lists:
    "CASE WHEN n.nameKey IS NOT NULL THEN 'Entity' WHEN n.publishedEdtf IS NOT NULL THEN 'Article' ELSE 'Event' END",
  keys: 'coalesce(n.nameKey, n.timelineKey)',
  dates: "coalesce(n.dateEdtf, n.publishedEdtf, '')",
  earliest: "coalesce(toString(n.dateEarliest), toString(n.publishedEarliest), '')",
  latest: "coalesce(toString(n.dateLatest), toString(n.publishedLatest), '')",
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
    dates: texts,
    earliest: texts,
    latest: texts,
  }),
};

/** One row of the columns. */
export function entryAt(columns: IndexedColumns, row: number): SearchEntry {
  const at = (column: readonly string[]) => column[row] ?? '';
  return {
    id: at(columns.ids),
    kind: at(columns.kinds),
    searchText: at(columns.texts),
    place: {
      list: columns.lists[row] ?? 'Event',
      key: at(columns.keys),
      date:
        at(columns.dates) === ''
          ? null
          : { earliest: at(columns.earliest) || null, latest: at(columns.latest) || null },
    },
  };
}
