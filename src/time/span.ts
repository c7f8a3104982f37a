import type { ParsedDate, ParsedSeason } from 'edtf';
import { daysInMonth, isoDay, lastDayOf } from './days.ts';

/** How finely a date is known, from the finest; INTERVAL is a date between two others. */
export const precisions = ['DAY', 'MONTH', 'SEASON', 'YEAR', 'DECADE', 'CENTURY', 'INTERVAL'] as const;

/** One of `precisions`. */
export type Precision = (typeof precisions)[number];

/** The days a date may be, inclusive, with null where a side is open or unknown, and the doubts its source has. */
export type Span = {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly precision: Precision;
  readonly uncertain: boolean;
  readonly approximate: boolean;
};

type Fault = 'OUTSIDE_YEARS' | 'UNREADABLE';

// The package's bits for X: one per digit of YYYYMMDD, from the left.
const X = {
  wholeYear: 0b1111,
  decade: 0b1000,
  century: 0b1100,
  month: 0b11_0000,
  monthAndDay: 0b1111_0000,
  day: 0b1100_0000,
};

/** The span of a parsed date, or why it has none: its year, or a part that is not read here. */
export function spanOfDate({ values, unspecified = 0, uncertain, approximate }: ParsedDate): Span | Fault {
  const doubts = { uncertain: uncertain ?? false, approximate: approximate ?? false };
  const [year, monthFrom0 = 0, day = 1, ...time] = values;
  const month = monthFrom0 + 1;
  // Before the years are checked: the package gives XXXX as the year 0.
  if ((unspecified & X.wholeYear) === X.wholeYear) return 'UNREADABLE';
  if (year < 1 || year > 9999) return 'OUTSIDE_YEARS';
  if (time.length > 0 || day > daysInMonth(year, month)) return 'UNREADABLE';
  const years = (count: number, precision: Precision): Span => {
    return { earliest: isoDay(year, 1, 1), latest: isoDay(year + count - 1, 12, 31), precision, ...doubts };
  };
  const months: Span = {
    earliest: isoDay(year, month, 1),
    latest: lastDayOf(year, month),
    precision: 'MONTH',
    ...doubts,
  };
  switch (unspecified) {
    case X.decade:
      return years(10, 'DECADE');
    case X.century:
      return years(100, 'CENTURY');
    case X.month:
    case X.monthAndDay:
      return years(1, 'YEAR');
    case X.day:
      return months;
    case 0:
      break;
    default:
      return 'UNREADABLE';
  }
  if (values.length === 1) return years(1, 'YEAR');
  if (values.length === 2) return months;
  return {
    earliest: isoDay(year, month, day),
    latest: isoDay(year, month, day),
    precision: 'DAY',
    ...doubts,
  };
}

/**
 * The span of a season: the three whole months of the meteorological season in the northern hemisphere, with winter
 * named for the year it begins in, as the Korea Meteorological Administration does ("2023년 겨울철" in its climate
 * analysis is December 2023 to February 2024) and as the order of EDTF's codes within a year suggests. EDTF itself
 * gives seasons no months; the package's own bounds are calendar quarters, which put spring in January.
 */
export function spanOfSeason({ values: [year, season] }: ParsedSeason): Span | Fault {
  const month = 3 * (season - 20);
  const end = season === 24 ? { year: year + 1, month: 2 } : { year, month: month + 2 };
  if (year < 1 || end.year > 9999) return 'OUTSIDE_YEARS';
  return {
    earliest: isoDay(year, month, 1),
    latest: lastDayOf(end.year, end.month),
    precision: 'SEASON',
    uncertain: false,
    approximate: false,
  };
}
