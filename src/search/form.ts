import { initialConsonants, isHangul, jamoOf } from './hangul.ts';
import { wordsOf } from './prepare.ts';

/** A name as its owner gives it. A primary name ranks over an alias that matches equally well. */
export type SearchName = { readonly text: string; readonly isPrimary?: boolean };

/**
 * A name or query taken apart. `letters` is its words without the spaces, `keys` the same with Hangul spelled out in
 * jamo, `starts` where in `keys` each word begins. Spaces are left out because Korean and brand names set them at will.
 */
export type Form = {
  readonly words: readonly string[];
  readonly letters: string;
  readonly keys: string;
  readonly starts: readonly number[];
};

/** The form of a text. */
export function formOf(text: string): Form {
  return formOfWords(wordsOf(text));
}

/** The form of words as `wordsOf` gives them. */
export function formOfWords(words: readonly string[]): Form {
  const starts: number[] = [];
  let keys = '';
  for (const word of words) {
    starts.push(keys.length);
    keys += jamoOf(word);
  }
  return { words, letters: words.join(''), keys, starts };
}

/** The keys of one word of a form. */
export function wordKeys({ keys, starts }: Form, index: number): string {
  return keys.slice(starts[index], starts[index + 1]);
}

const unnamed = new Set(['of', 'the', 'and', 'for', 'in', 'on']);

/** What a name of several words shortens to, with and without its small words: "Institute of Technology", iot and it. */
export function initialsOf({ words }: Form): string[] {
  const shortened = [words, words.filter((word) => !unnamed.has(word))]
    .filter((kept) => kept.length > 1 && !kept.some(isHangul))
    .map((kept) => kept.map((word) => word.slice(0, 1)).join(''));
  return [...new Set(shortened)];
}

/** The initial consonants of a name's Hangul words, and where each word's begin: 일론 머스크 is ㅇㄹㅁㅅㅋ, at 0 and 2. */
export function consonantsOf({ words }: Form): { readonly text: string; readonly starts: readonly number[] } {
  const starts: number[] = [];
  let text = '';
  for (const word of words.filter(isHangul)) {
    starts.push(text.length);
    text += initialConsonants(word);
  }
  return { text, starts };
}
