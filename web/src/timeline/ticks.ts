import { scaleUtc } from 'd3-scale';
import { dateFormat } from '../i18n/date-format.ts';
import type { Tag } from '../i18n/language.tsx';
import type { Range } from './range.ts';
import { dateOf } from './span.ts';

/** A mark of the axis: where, what is written at it, and whether a longer stretch of time begins there. */
export type Tick = { readonly day: number; readonly label: string; readonly major: boolean };

const dayLength = 86_400_000;

/** The marks of an axis of a width: from decades to days, whichever are some ninety pixels apart. */
export function ticksOf({ from, to }: Range, width: number, tag: Tag): readonly Tick[] {
  const scale = scaleUtc([dateOf(from), dateOf(to)], [0, width]);
  const whole = scale
    .ticks(Math.max(2, Math.floor(width / 92)))
    .filter((date) => date.getTime() % dayLength === 0);
  const finest = finestOf(whole);
  return whole.map((date, place) => ({
    day: date.getTime() / dayLength,
    label: wordsOf(date, finest, place === 0, tag),
    major: isMajor(date, finest),
  }));
}

type Fineness = 'year' | 'month' | 'day';

function finestOf(dates: readonly Date[]): Fineness {
  if (dates.some((date) => date.getUTCDate() !== 1)) return 'day';
  return dates.some((date) => date.getUTCMonth() !== 0) ? 'month' : 'year';
}

function isMajor(date: Date, finest: Fineness): boolean {
  if (finest === 'day') return date.getUTCDate() === 1;
  return finest === 'month' ? date.getUTCMonth() === 0 : date.getUTCFullYear() % 10 === 0;
}

/** The year is said where it begins and at the first tick, so that no part of an axis is without it. */
function wordsOf(date: Date, finest: Fineness, first: boolean, tag: Tag): string {
  const begins = date.getUTCMonth() === 0 && date.getUTCDate() === 1;
  const year = finest === 'year' || begins || first ? ('numeric' as const) : undefined;
  const month = finest === 'year' || (begins && finest === 'month') ? undefined : ('short' as const);
  const day = finest === 'day' ? ('numeric' as const) : undefined;
  return dateFormat(tag, { year, month, day }).format(date);
}
