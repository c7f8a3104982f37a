import type { DayPair, ListPlace, Value } from '../graph/store.ts';
import { bucketKey } from '../time/bucket.ts';
import type { NodeRow } from './plan.ts';

/** The place of a planned entity, event or article in the list of its sort. */
export function placeOf({ properties, dates = {} }: NodeRow): ListPlace {
  const { nameKey, publishedEdtf, timelineKey } = properties;
  if (nameKey !== undefined)
    return { list: 'Entity', key: String(nameKey), dates: [], bucket: bucketKey(null, 'MONTH') };
  const key = String(timelineKey);
  if (publishedEdtf === undefined)
    return {
      list: 'Event',
      key,
      dates: toldNow(properties),
      bucket: textsOf(properties.bucketMONTH).at(-1) ?? '',
    };
  const [earliest = null, latest = null] = [dates.publishedEarliest, dates.publishedLatest];
  const bucket = bucketKey({ earliest, latest }, 'MONTH');
  return { list: 'Article', key, dates: [[earliest ?? '', latest ?? '~']], bucket };
}

/** The dates of an event that are told in its last version: see `toldDates`. */
function toldNow({ reportedFrom, ...date }: NodeRow['properties']): DayPair[] {
  if (date.dateToldOnce) return [[String(date.dateToldFirst), String(date.dateToldLast)]];
  const [from, to] = [textsOf(date.dateToldFrom), textsOf(date.dateToldTo)];
  const now = textsOf(reportedFrom).length - 1;
  return (Array.isArray(date.dateTold) ? date.dateTold : []).flatMap((version: Value, place) =>
    version === now ? [[from[place] ?? '', to[place] ?? '~'] as const] : [],
  );
}

function textsOf(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}
