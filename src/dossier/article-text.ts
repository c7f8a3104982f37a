import { createHash } from 'node:crypto';

/** Where words stand in an article: a paragraph, from 1, and code points of it, from 0, the end exclusive. */
export type Place = { readonly paragraph: number; readonly start: number; readonly end: number };

/** The paragraphs of an article: its lines that are not blank, in NFC, without the spaces around them. */
export function paragraphsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The words at a place; undefined where any of it lies outside the text. */
export function quoteAt(paragraphs: readonly string[], { paragraph, start, end }: Place): string | undefined {
  const points = Array.from(paragraphs[paragraph - 1] ?? '');
  if (start < 0 || end <= start || end > points.length) return undefined;
  return points.slice(start, end).join('');
}

/** The SHA-256 of quoted words, in NFC and UTF-8, in hexadecimal. */
export function hashQuote(quote: string): string {
  return createHash('sha256').update(quote.normalize('NFC'), 'utf8').digest('hex');
}

/** Every place where the words stand in the text, those that overlap too. */
export function placesOf(paragraphs: readonly string[], quote: string): Place[] {
  const length = Array.from(quote).length;
  return paragraphs.flatMap((text, index) =>
    startsOf(text, quote).map((start) => ({ paragraph: index + 1, start, end: start + length })),
  );
}

function startsOf(text: string, quote: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    starts.push(Array.from(text.slice(0, at)).length);
  }
  return starts;
}
