import type { Tag } from './language.tsx';

const known = new Map<string, Intl.DateTimeFormat>();

/**
 * A format for days of the calendar, which have no time zone: a day is formatted as the moment in UTC at which it begins.
 * Formats are kept, as making one takes a browser longer than all that a frame of the timeline does with it.
 */
export function dateFormat(tag: Tag, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${JSON.stringify(options)}`;
  const format = known.get(key) ?? new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
  known.set(key, format);
  return format;
}
