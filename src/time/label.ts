import type { Bucket } from './bucket.ts';
import { type FuzzyDate, type Precision, parseEdtf } from './edtf.ts';
import { type Wording, wordings } from './wording.ts';

type Language = keyof typeof wordings;

/**
 * A date as a reader of the language says it, no finer than it is known and with its doubts: "about December 2015".
 * Never empty. Throws InvalidDateError only for an interval whose `edtf` is not one that `parseEdtf` accepts.
 */
export function labelDate(date: FuzzyDate, language: Language): string {
  const say = wordings[language];
  if (date.earliest === null && date.latest === null) return say.unknown;
  if (date.precision === 'INTERVAL') return labelInterval(date.edtf, language);
  if (date.earliest === null) return say.unknown;
  const plain = labelPlain(date.precision, date.earliest, say);
  const about = date.approximate ? say.about(plain) : plain;
  return date.uncertain ? say.uncertain(about) : about;
}

// The ends are read again from the text because each has its own precision and its own doubts.
function labelInterval(edtf: string, language: Language): string {
  const say = wordings[language];
  const [from = '', to = ''] = edtf.split('/');
  const end = (text: string) => labelDate(parseEdtf(text), language);
  if (from === '..') return say.orEarlier(end(to));
  if (to === '..') return say.orLater(end(from));
  if (from === '') return say.beginningUnknown(end(to));
  return to === '' ? say.endUnknown(end(from)) : say.between(end(from), end(to));
}

function labelPlain(precision: Exclude<Precision, 'INTERVAL'>, earliest: string, say: Wording): string {
  const [year = 0, month = 0, day = 0] = earliest.split('-').map(Number);
  switch (precision) {
    case 'DAY':
      return say.day(year, month, day);
    case 'MONTH':
      return say.month(year, month);
    case 'SEASON':
      return say.season(year, month / 3 - 1);
    case 'YEAR':
      return say.year(year);
    case 'DECADE':
      return say.decade(year);
    case 'CENTURY':
      return say.century(year);
  }
}

/** A bucket as a reader of the language says it: "July 2019", "3rd quarter of 2019", "no date". */
export function labelBucket({ key, kind, earliest }: Bucket, language: Language): string {
  const say = wordings[language];
  const [year = 0, month = 0] = (earliest ?? '').split('-').map(Number);
  switch (kind) {
    case 'MONTH':
      return say.month(year, month);
    case 'QUARTER':
      return say.quarter(year, Number(key.slice(-1)));
    case 'YEAR':
      return say.year(year);
    case 'DECADE':
      return say.decade(year);
    case 'CENTURY':
      return say.century(year);
    case 'OPEN':
      return say.open;
    case 'UNDATED':
      return say.unknown;
  }
}
