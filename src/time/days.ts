/**
 * The number of days of a month (1 to 12) in the proleptic Gregorian calendar, which ISO 8601 prescribes.
 * Reckoned here because `Date.UTC` takes the years 0 to 99 for 1900 to 1999.
 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The ISO 8601 day for a year of at most four digits; such days sort as text in the order of time. */
export function isoDay(year: number, month: number, day: number): string {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The last day of a month (1 to 12) as an ISO day. */
export function lastDayOf(year: number, month: number): string {
  return isoDay(year, month, daysInMonth(year, month));
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
