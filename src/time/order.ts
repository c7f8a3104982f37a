import type { FuzzyDate } from './edtf.ts';

// The last ISO day there is here: what is open or unknown comes after all that is known.
const last = '9999-12-31';

/**
 * The place of something on a timeline: a text that sorts by earliest day, then latest, then id. Where the earliest is
 * unknown the latest stands in for it; an open latest sorts after every known one; no date at all sorts last.
 *
 * It is one text and never null because a keyset page ("after this key") is then one comparison, where three columns
 * that may be null need a nest of them; and because both engines order text alike, by code point, but not nulls.
 */
export function timelineKey(date: FuzzyDate | null, id: string): string {
  const second = date?.latest ?? last;
  const first = date?.earliest ?? second;
  return `${first}\t${second}\t${id}`;
}
