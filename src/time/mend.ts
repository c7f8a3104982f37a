import { lastDayOf } from './days.ts';

type Mend = { readonly when: RegExp; readonly say: string };

/** What to say of a year outside 0001 to 9999: four digits keep ISO days in order as text. */
export const outsideYears = 'is outside the years 0001 to 9999: write a year of four digits among them';

/** What to say of a date that leaves everything open. */
export const saysNothing = 'says nothing: leave the date out';

// The first that fits speaks. Each stands for a way of writing dates that is common, or is EDTF beyond level 1.
const mends: readonly Mend[] = [
  { when: /T\d|:/i, say: 'carries a time of day: write the day alone, as 2015-12-03' },
  { when: /^XXXX/, say: saysNothing },
  { when: /^-\d|^Y-?\d|(^|\/)(0000|000X|00XX)/, say: outsideYears },
  { when: /^\d{2}$/, say: 'is not a date: write two more digits, or XX for a whole century, as 19XX' },
  { when: /^\d{3}$/, say: 'is not a date: write one more digit, or X for a whole decade, as 201X' },
  {
    when: /\d{4}-2[1-4].*[/?~%]|\/\d{4}-2[1-4]/,
    say: 'qualifies or joins a season: write months, as 2015-03/2015-05',
  },
  {
    when: /X.*[/?~%]|\/.*X/,
    say: 'joins X with another mark: X stands alone, as 201X, 2015-XX or 2015-12-XX',
  },
];

/**
 * What is wrong with a text that is not a date here, and the mend: the predicate of a sentence whose subject is the
 * text. The parser's own message lists grammar tokens, which help nobody who writes a dossier.
 */
export function mendOf(text: string): string {
  return noSuchDay(text) ?? mends.find(({ when }) => when.test(text))?.say ?? anyDate;
}

const anyDate = 'is not a date: write 2015, 2015-12 or 2015-12-03 (EDTF)';

function noSuchDay(text: string): string | undefined {
  for (const [day, year, month] of text.matchAll(/(?<!\d)(\d{4})-(0[1-9]|1[0-2])-\d\d(?!\d)/g)) {
    const last = lastDayOf(Number(year), Number(month));
    if (day > last) return `holds a day that does not exist: ${year}-${month} ends on ${last}`;
    if (day.endsWith('00'))
      return `holds a day that does not exist: write ${year}-${month} if the day is not known`;
  }
  return undefined;
}
