import fc from 'fast-check';
import { lastDayOf } from '../../src/time/days.ts';
import { type FuzzyDate, InvalidDateError, parseEdtf } from '../../src/time/edtf.ts';

const padded = (from: number, to: number, width: number) =>
  fc.integer({ min: from, max: to }).map((value) => String(value).padStart(width, '0'));

const year = padded(1, 9999, 4);
const month = fc.tuple(year, padded(1, 12, 2)).map((parts) => parts.join('-'));
const day = fc.tuple(month, fc.integer({ min: 1, max: 31 })).map(([yearAndMonth, date]) => {
  const [y, m] = yearAndMonth.split('-').map(Number);
  const last = lastDayOf(y ?? 0, m ?? 0);
  const wanted = `${yearAndMonth}-${String(date).padStart(2, '0')}`;
  return wanted < last ? wanted : last;
});
const qualified = fc
  .tuple(fc.oneof(year, month, day), fc.constantFrom('', '?', '~', '%'))
  .map(([date, mark]) => date + mark);
const season = fc.tuple(padded(1, 9998, 4), padded(21, 24, 2)).map((parts) => parts.join('-'));
const unspecified = fc.oneof(
  padded(1, 999, 3).map((digits) => `${digits}X`),
  padded(1, 99, 2).map((digits) => `${digits}XX`),
  year.map((digits) => `${digits}-XX`),
  year.map((digits) => `${digits}-XX-XX`),
  month.map((digits) => `${digits}-XX`),
);
const interval = fc
  .tuple(fc.oneof(qualified, fc.constantFrom('', '..')), fc.oneof(qualified, fc.constantFrom('', '..')))
  .filter(([from, to]) => from.length > 2 || to.length > 2)
  .map((ends) => ends.join('/'))
  .filter(isAccepted);

/** Texts of every form this project reads. */
export const edtfText: fc.Arbitrary<string> = fc.oneof(qualified, season, unspecified, interval);

/** Dates of every form this project reads. */
export const fuzzyDate: fc.Arbitrary<FuzzyDate> = edtfText.map(parseEdtf);

// Only for intervals, whose ends may come in the wrong order; the other forms must never be refused.
function isAccepted(text: string): boolean {
  try {
    parseEdtf(text);
    return true;
  } catch (error) {
    if (error instanceof InvalidDateError && error.message.includes('ends before it begins')) return false;
    throw error;
  }
}
