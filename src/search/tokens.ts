import { isHangul } from './hangul.ts';

/**
 * The classes of tokens, each a capital before a text that has none: so classes never mix, and a token holds nothing but
 * letters and digits, which neither Lucene's whitespace analyser nor its query syntax reads as anything else.
 */
export const tokenClass = {
  /** A whole name, without spaces. */
  name: 'E',
  /** A word of a name. */
  word: 'W',
  /** The first keys of a name, or of a later word of it. */
  start: 'P',
  /** The first keys of a primary name, and its length. */
  length: 'L',
  /** The first letters of the words of a name, or the first consonants of its syllables. */
  initials: 'I',
  /** The first keys of a word less one of them. */
  slip: 'D',
  /** Two neighbouring syllables of a Hangul word. */
  pair: 'B',
  /** The last letters of a long word, or the last keys of a name of several words. */
  ending: 'S',
  /** A word, or two neighbouring syllables, of a text about the thing. */
  text: 'T',
} as const;

/** One of `tokenClass`. */
export type TokenClass = (typeof tokenClass)[keyof typeof tokenClass];

// A token of Lucene's whitespace analyser ends at 255 characters; no name needs so many to be told from another.
const longestToken = 64;

/** The token of a class for a text. */
export function token(kind: TokenClass, text: string): string {
  return kind + (text.length > longestToken ? text.slice(0, longestToken) : text);
}

/** Whether no cut went through a character of two halves: a token with half of one could not be stored. */
export function isWhole(token: string): boolean {
  return !/[\ud800-\udfff]/.test(token) || !/\p{Surrogate}/u.test(token);
}

/** The lengths that starts are indexed at: all that are typed first, when many things match, and then ever fewer. */
export const startLengths: readonly number[] = [1, 2, 3, 4, 5, 6, 8, 12, 16, 24];

/** The starts of keys, at the lengths that are indexed. */
export function startsOf(keys: string): string[] {
  return startLengths.filter((length) => length <= keys.length).map((length) => keys.slice(0, length));
}

/** The length in keys up to which names are told apart by it; longer ones are not what a few letters are typed for. */
export const longestCounted = 14;

// Up to how many keys, or letters, a primary name is indexed by its start and length together.
const countedKeys = 6;
const countedLetters = 2;

/**
 * The starts that tell names apart by their length: by keys, and by whole syllables too, since 이 is 이마트 rather than 일론.
 * Of Latin names the two are the same.
 */
export function countedStarts(letters: string, keys: string): string[] {
  const ofKeys = startsOf(keys).filter((start) => start.length <= countedKeys);
  const ofLetters = startsOf(letters).filter((start) => start.length <= countedLetters);
  return [...new Set([...ofLetters, ...ofKeys])];
}

/** The text of a token for a start and the length of the name: 'o' of OpenAI is oG, the seventh capital for its six keys. */
export function startAndLength(start: string, length: number): string {
  return start + String.fromCharCode('A'.charCodeAt(0) + length);
}

// How much of a word is guarded against slips letter by letter; behind it, the start of the word is found intact.
const guarded = 6;

/** The fewest keys a word must have for a slip in it to be forgiven. */
export const fewestForSlip = 4;

/**
 * A word's first keys, and the same less one of them (SymSpell's symmetric deletion, by prefix): two words that differ
 * by one letter more, less, other or swapped there have one of these in common.
 */
export function slipsOf(keys: string): string[] {
  if (keys.length < fewestForSlip) return [];
  const head = keys.slice(0, guarded);
  const lessOne = Array.from(head, (_, index) => head.slice(0, index) + head.slice(index + 1));
  return [...new Set([head, ...lessOne])];
}

/** The pairs of neighbouring syllables of a Hangul word: they find it inside a compound, or with a syllable amiss. */
export function pairsOf(word: string): string[] {
  if (!isHangul(word)) return [];
  const count = Math.min(word.length, longestToken) - 1;
  return Array.from({ length: count }, (_, index) => word.slice(index, index + 2));
}

/** The last letters of a word too long for two slips to spoil both them and its start. */
export function endingsOf(word: string): string[] {
  return isHangul(word) || word.length < 8 ? [] : [word.slice(-4)];
}

/** The last keys of a name of several words: with a slip near its start, words that many names have are all else it keeps. */
export function nameEndingsOf(words: readonly string[], keys: string): string[] {
  return words.length < 2 || keys.length < 8 ? [] : [keys.slice(-6)];
}
