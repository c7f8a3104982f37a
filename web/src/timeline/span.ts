/** A date of the schema, as far as drawing it goes. */
export type Dated = {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly approximate: boolean;
  readonly uncertain: boolean;
};

/**
 * The stretch of time in which something happened, in days since 1970: from the beginning of its first day to the end of
 * its last. Null at an end means that no source bounds it there. A `point` is one day and no doubt about which.
 */
export type Span = {
  readonly start: number | null;
  readonly end: number | null;
  readonly point: boolean;
  readonly approximate: boolean;
  readonly uncertain: boolean;
};

const dayLength = 86_400_000;

const numbers = new Map<string, number>();

/** The number of a day of the calendar, such as `2019-07-22`, counted from 1970. Kept: a list of events repeats its days. */
export function dayNumber(day: string): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = Date.parse(`${day}T00:00:00Z`) / dayLength;
  numbers.set(day, number);
  return number;
}

/** The day of the calendar in which a moment lies. */
export function dayOf(moment: number): string {
  return dateOf(Math.floor(moment)).toISOString().slice(0, 10);
}

/** A moment as a Date, for formatting in UTC. */
export function dateOf(moment: number): Date {
  return new Date(moment * dayLength);
}

/** Where a date lies in time. A month is the whole month: never its first day. */
export function spanOf({ earliest, latest, approximate, uncertain }: Dated): Span {
  return {
    start: earliest === null ? null : dayNumber(earliest),
    end: latest === null ? null : dayNumber(latest) + 1,
    point: earliest !== null && earliest === latest && !approximate,
    approximate,
    uncertain,
  };
}

/** Whether two spans are drawn alike: same stretch, same doubts. */
export function spanKey({ start, end, approximate, uncertain }: Span): string {
  return `${start ?? ''}/${end ?? ''}${approximate ? '~' : ''}${uncertain ? '?' : ''}`;
}

/** What a span covers on a line of a width: an open end goes on to the edge of what is seen. */
export type Extent = { readonly x0: number; readonly x1: number };

/** Where a span is drawn, or undefined where none of it is in view. */
export function extentOf(
  { start, end, point }: Span,
  x: (day: number) => number,
  width: number,
): Extent | undefined {
  const x0 = start === null ? 0 : x(start);
  const x1 = end === null ? width : x(end);
  if (x1 < 0 || x0 > width) return undefined;
  if (!point || start === null || end === null) return { x0, x1 };
  const middle = x((start + end) / 2);
  return { x0: middle, x1: middle };
}
