import { hashQuote, paragraphsOf, quoteAt } from './article-text.ts';
import type { Dossier, PassageEntry } from './format.ts';

/** Whether a passage stands in the text: the words cited, other words, or nothing, its place being outside. */
export type PassageFinding = {
  readonly key: string;
  readonly status: 'VERIFIED' | 'MISMATCH' | 'MISSING';
  readonly message: string;
};

/** Compares every passage of a dossier with the text of its article, in the order of the dossier. */
export function verifyPassages({ passages }: Pick<Dossier, 'passages'>, text: string): PassageFinding[] {
  const paragraphs = paragraphsOf(text);
  return Object.entries(passages).map(([key, passage]) => ({ key, ...verify(passage, paragraphs) }));
}

function verify(passage: PassageEntry, paragraphs: readonly string[]): Omit<PassageFinding, 'key'> {
  const quote = quoteAt(paragraphs, passage);
  if (quote === undefined) return { status: 'MISSING', message: whyOutside(passage, paragraphs) };
  if (hashQuote(quote) === passage.quoteSha256) {
    return { status: 'VERIFIED', message: 'the text has the words cited' };
  }
  return { status: 'MISMATCH', message: 'the text has other words here: cite the passage again' };
}

function whyOutside({ paragraph, end }: PassageEntry, paragraphs: readonly string[]): string {
  const text = paragraphs[paragraph - 1];
  if (text === undefined) return `the text has ${paragraphs.length} paragraphs: cite the passage again`;
  const length = Array.from(text).length;
  return `ends at ${end}, and the paragraph has ${length} code points: cite the passage again`;
}
