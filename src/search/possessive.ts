import { wordsOf } from './prepare.ts';

// The ending 's of English, behind a Latin letter or a digit and at the end of its word. An apostrophe is often the one
// of typesetters (’), in wide text the wide one, and now and then the letter (ʼ).
const ending = /(?<=[\p{Script=Latin}\p{N}\p{M}])['’＇ʼ][sｓ](?![\p{Script=Latin}\p{N}\p{M}])/giu;

/** The words of a text as `wordsOf` gives them, and where among them the s of an English possessive stands: "Tesla's". */
export function wordsAndPossessives(text: string): {
  readonly words: readonly string[];
  readonly possessives: ReadonlySet<number>;
} {
  const [first = '', ...others] = text.split(ending);
  const words = wordsOf(first);
  const possessives = new Set<number>();
  for (const part of others) {
    possessives.add(words.length);
    words.push('s', ...wordsOf(part));
  }
  return { words, possessives };
}
