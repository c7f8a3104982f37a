import type { Random } from './random.ts';

const dayMs = 86_400_000;
const firstDay = Date.UTC(1950, 0, 1) / dayMs;
const lastDay = Date.UTC(2025, 11, 31) / dayMs;

/** A day as the number of days since 1970. */
export type Day = number;

/** A day of 1950 to 2025, more often a recent one; every year has some. */
export function someDay(random: Random): Day {
  return lastDay - random.rank(lastDay - firstDay + 1, 0.45);
}

/** Up to so many days before a day, more often a few, and never before 1950. */
export function before(day: Day, most: number, random: Random): Day {
  return Math.max(firstDay, day - random.rank(most, 0.6));
}

/** A day in ISO 8601. */
export function isoDay(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

const vaguer: readonly ((iso: string) => string)[] = [
  (iso) => iso.slice(0, 7),
  (iso) => iso.slice(0, 7),
  (iso) => iso.slice(0, 7),
  (iso) => iso.slice(0, 4),
  (iso) => iso.slice(0, 4),
  (iso) => `${iso.slice(0, 4)}?`,
  (iso) => `${iso.slice(0, 7)}~`,
  (iso) => `${iso.slice(0, 3)}X`,
  seasonOf,
  (iso) => `../${iso}`,
  (iso) => `${iso}/..`,
];

// EDTF's codes: 21 is spring. A winter is named for the year it begins in.
function seasonOf(iso: string): string {
  const month = Number(iso.slice(5, 7));
  return month < 3 ? iso.slice(0, 7) : `${iso.slice(0, 4)}-${20 + Math.floor(month / 3)}`;
}

/** A day as a source gives it: most often whole, often vaguer, now and then not at all. */
export function asTold(day: Day, random: Random): string | undefined {
  if (random.chance(0.05)) return undefined;
  const iso = isoDay(day);
  return random.chance(0.65) ? iso : random.pick(vaguer)(iso);
}

/** A date as another source may give it: vaguer, about, otherwise, or not at all. */
export function retold(date: string | undefined, random: Random): string | undefined {
  if (date === undefined || random.chance(0.2)) return undefined;
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || random.chance(0.4)) return date;
  if (random.chance(0.6)) return date.slice(0, random.pick([4, 7]));
  return isoDay(before(Date.parse(date) / dayMs, 40, random));
}
