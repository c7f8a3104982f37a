import { disassemble } from 'es-hangul';

/**
 * A prepared text with each Hangul syllable spelled out in the keys that type it (오픈 is ㅇㅗㅍㅡㄴ, 와 is ㅇㅗㅏ); all
 * else as it is. So a half-typed syllable is a prefix of the whole one, and a slip in it is one letter off, not three.
 */
export function jamoOf(text: string): string {
  if (!hangul.test(text)) return text;
  let keys = '';
  for (const letter of text) keys += keysOf(letter);
  return keys;
}

/** Whether a prepared word is Hangul: words are of one script, so the first letter tells. */
export function isHangul(word: string): boolean {
  return /^\p{Script=Hangul}/u.test(word);
}

/** The consonants that the syllables of a Hangul word begin with (머스크: ㅁㅅㅋ), as Koreans abbreviate words. */
export function initialConsonants(word: string): string {
  let initials = '';
  for (const letter of word) initials += keysOf(letter).slice(0, 1);
  return initials;
}

/** Whether keys are consonants only, so that they may be the initials of a word. */
export function isConsonants(keys: string): boolean {
  return /^[ㄱ-ㅎ]+$/.test(keys);
}

const hangul = /[ㄱ-ㆎ가-힣]/;
const known = new Map<string, string>();

function keysOf(letter: string): string {
  if (!hangul.test(letter)) return letter;
  const found = known.get(letter);
  if (found !== undefined) return found;
  const keys = disassemble(letter);
  known.set(letter, keys);
  return keys;
}
