import { BadUserInput } from '../errors.ts';
import { hashQuote, type Place, paragraphsOf, placesOf } from './article-text.ts';

/** Which words of which paragraph to cite; `occurrence`, from 1, says which where they stand there several times. */
export type Quote = { readonly paragraph: number; readonly quote: string; readonly occurrence?: number };

/**
 * The YAML of a passage, to be pasted under `passages:`. Its key and summary are left to the author, and the format
 * refuses what stands in their place. Throws BadUserInput where the text does not have these words once there.
 */
export function cite(text: string, { paragraph, quote, occurrence }: Quote): string {
  const paragraphs = paragraphsOf(text);
  const words = quote.normalize('NFC');
  if (words === '') throw new BadUserInput('--quote', 'is empty: give the words to cite');
  if (!Number.isInteger(paragraph) || paragraph < 1 || paragraph > paragraphs.length) {
    throw new BadUserInput('--paragraph', `is not a paragraph: the text has ${paragraphs.length}, from 1`);
  }
  const places = placesOf(paragraphs, words);
  const here = places.filter((place) => place.paragraph === paragraph);
  if (here.length === 0) throw new BadUserInput('--quote', notHere(paragraph, places));
  return passageYaml(choose(here, occurrence), words);
}

function notHere(paragraph: number, places: readonly Place[]): string {
  const others = [...new Set(places.map((place) => place.paragraph))].join(', ');
  const mend =
    others === '' ? 'nor in any other: copy them from the text' : `but in ${others}: name that paragraph`;
  return `the words are not in paragraph ${paragraph}, ${mend}`;
}

function choose(here: readonly Place[], occurrence: number | undefined): Place {
  const count = here.length;
  const chosen = here[(occurrence ?? 1) - 1];
  if (occurrence === undefined && count > 1) {
    const mend = `quote more of the sentence, or choose with --occurrence 1 to ${count}`;
    throw new BadUserInput('--quote', `the words stand ${count} times in the paragraph: ${mend}`);
  }
  if (chosen !== undefined) return chosen;
  throw new BadUserInput(
    '--occurrence',
    `is not an occurrence: the words stand there ${count === 1 ? 'once' : `${count} times`}`,
  );
}

function passageYaml({ paragraph, start, end }: Place, words: string): string {
  return [
    '  KEY:',
    `    paragraph: ${paragraph}`,
    `    start: ${start}`,
    `    end: ${end}`,
    `    quoteSha256: ${hashQuote(words)}`,
    '    summary: {en: "…", ko: "…"}',
  ].join('\n');
}
