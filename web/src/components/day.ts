import { dateFormat } from '../i18n/date-format.ts';
import type { Tag } from '../i18n/language.tsx';

/** A day such as `2019-07-24` in words. It is a day of the calendar and has no time zone. */
export function dayLabel(day: string, tag: Tag): string {
  return dateFormat(tag, { dateStyle: 'long' }).format(new Date(`${day}T00:00:00Z`));
}

/** Whether a text names a day that the calendar has. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The reader's own day. */
export function today(now = new Date()): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
