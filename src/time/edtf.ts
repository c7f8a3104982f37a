import { type ParsedDate, type ParsedEnd, type ParsedInterval, type ParsedSeason, parse } from 'edtf';
import { mendOf, outsideYears, saysNothing } from './mend.ts';
import { type Span, spanOfDate, spanOfSeason } from './span.ts';

export { type Precision, precisions } from './span.ts';

/**
 * A date as a source gives it, never rounded: `edtf` is the text as written; `earliest` and `latest` are the ISO days,
 * inclusive, between which it lies, null where that side is open or unknown.
 */
export type FuzzyDate = Span & { readonly edtf: string };

/** A text is not a date this project reads, or dates contradict each other. The message says what to write instead. */
export class InvalidDateError extends Error {
  override readonly name = 'InvalidDateError';
}

/**
 * Reads a date in EDTF (ISO 8601-2) level 0 or 1, as specified at https://www.loc.gov/standards/datetime/, without
 * times and within the years 0001 to 9999. Throws InvalidDateError for everything else, for days that do not exist,
 * for intervals that end before they begin, and for dates that say nothing (`XXXX`, `../..`).
 */
export function parseEdtf(text: string): FuzzyDate {
  const before = dates.get(text);
  if (before) return before;
  const date: FuzzyDate = Object.freeze({ edtf: text, ...spanOf(text, tree(text)) });
  if (dates.size >= mostDates) dates.clear();
  dates.set(text, date);
  return date;
}

// The same few thousand dates come again and again.
const dates = new Map<string, FuzzyDate>();
const mostDates = 20_000;

// What most dates are. The package's grammar takes a quarter of a millisecond a date.
const plainDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

function tree(text: string): ParsedDate | ParsedSeason | ParsedInterval {
  const ends = text.split('/').map(plainEnd);
  const [from, to] = ends;
  if (from !== undefined && to === undefined && ends.length === 1 && typeof from === 'object') return from;
  if (from !== undefined && to !== undefined && ends.length === 2)
    return { type: 'Interval', values: [from, to] };
  try {
    // `parse` and not the package's default export: that one takes five digits for a Unix time and refuses 2019/2019.
    return parse(text, { level: 1, types: ['Date', 'Season', 'Interval'] });
  } catch (cause) {
    throw invalid(text, mendOf(text), cause);
  }
}

/** A date of digits alone, or the open end of an interval; undefined for all that the package must read. */
function plainEnd(text: string): ParsedDate | number | undefined {
  if (text === '..') return Number.POSITIVE_INFINITY;
  if (!plainDate.test(text)) return undefined;
  const [year = 0, month, ...day] = text.split('-').map(Number);
  return { type: 'Date', values: month === undefined ? [year] : [year, month - 1, ...day] };
}

function spanOf(text: string, parsed: ParsedDate | ParsedSeason | ParsedInterval): Span {
  if (parsed.type === 'Interval') return spanOfInterval(text, parsed);
  const span = parsed.type === 'Season' ? spanOfSeason(parsed) : spanOfDate(parsed);
  if (span === 'OUTSIDE_YEARS') throw invalid(text, outsideYears);
  // The package lets a time and 29 February of any year pass.
  if (span === 'UNREADABLE') throw invalid(text, mendOf(text));
  return span;
}

function spanOfInterval(text: string, { values: [lower, upper] }: ParsedInterval): Span {
  const spanOfEnd = (end: ParsedEnd) => (typeof end === 'object' && end !== null ? spanOf(text, end) : null);
  const [from, to] = [spanOfEnd(lower), spanOfEnd(upper)];
  if (from === null && to === null) throw invalid(text, saysNothing);
  const earliest = from?.earliest ?? null;
  const latest = to?.latest ?? null;
  // Only what cannot be is refused: 2019/2019-05 and 2019-05/2019 each allow a beginning before an end.
  if (earliest !== null && latest !== null && earliest > latest) {
    throw invalid(text, 'ends before it begins: write the earlier date first');
  }
  return {
    earliest,
    latest,
    precision: 'INTERVAL',
    uncertain: (from?.uncertain ?? false) || (to?.uncertain ?? false),
    approximate: (from?.approximate ?? false) || (to?.approximate ?? false),
  };
}

function invalid(text: string, mend: string, cause?: unknown): InvalidDateError {
  return new InvalidDateError(`${JSON.stringify(text)} ${mend}`, { cause });
}
