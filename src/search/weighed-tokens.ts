import { type Form, wordKeys } from './form.ts';
import { isConsonants } from './hangul.ts';
import type { QueryWord } from './query.ts';
import {
  countedStarts,
  endingsOf,
  tokenClass as is,
  isWhole,
  longestCounted,
  nameEndingsOf,
  pairsOf,
  slipsOf,
  startAndLength,
  startsOf,
  type TokenClass,
  token,
} from './tokens.ts';

/** A token to look for, and how much a thing that has it is preferred as a candidate. */
export type QueryToken = { readonly token: string; readonly weight: number };

/**
 * What a match of each kind weighs before its rarity is reckoned in. They follow the ranks of `scoreNames`, roughly:
 * that is the ranking proper, and these only have to bring the best among its candidates.
 */
export const weights = {
  name: 8,
  // Less by half for each of its words, since most names have few and a long sentence has more runs than tokens.
  mention: 4.5,
  start: 3,
  initials: 3,
  word: 2,
  wordStart: 1,
  text: 0.7,
  slip: 0.6,
  part: 0.5,
  intactStart: 0.4,
};

// More letters than any initials have.
const longestInitials = 8;

/** The tokens of a query read as one name, or as the start of one; `share` is what they count for. */
export function wholeTokens({ letters, keys }: Form, share: number): QueryToken[] {
  const initials = letters.length <= longestInitials ? letters : '';
  return [
    ...weighed(is.name, letters, weights.name * share),
    ...longestStart(is.start, keys, weights.start * share),
    ...lengthTokens(letters, keys, weights.start * share),
    ...(isConsonants(keys)
      ? longestStart(is.initials, keys, weights.initials * share)
      : weighed(is.initials, initials, weights.initials * share)),
  ];
}

/** The tokens of the end of a query read as one name, which it has however it begins. */
export function endTokens({ words, keys }: Form, share: number): QueryToken[] {
  return nameEndingsOf(words, keys).flatMap((ending) => weighed(is.ending, ending, weights.word * share));
}

// One token a length: the nearer a name's length to what is typed, the heavier, so that the shortest names come first.
function lengthTokens(letters: string, keys: string, weight: number): QueryToken[] {
  const lengths = Array.from(
    { length: Math.max(0, longestCounted + 1 - keys.length) },
    (_, index) => keys.length + index,
  );
  return countedStarts(letters, keys)
    .filter((start) => start === letters || start === keys)
    .flatMap((start) =>
      lengths.flatMap((length) =>
        weighed(
          is.length,
          startAndLength(start, length),
          weight * (1 - (length - keys.length) / longestCounted),
        ),
      ),
    );
}

/**
 * The tokens of a word of a query, with and without particles, and of what it may be but for a slip; only a word still
 * being typed is a start of others. The s of a possessive is neither: it would start half of all names.
 */
export function wordTokens({ word, keys, stems, possessive }: QueryWord, isTyped: boolean): QueryToken[] {
  if (possessive) return [];
  return [
    ...readingTokens(word, keys, isTyped),
    ...stems.flatMap((stem) => readingTokens(stem.letters, wordKeys(stem, 0), isTyped)),
  ];
}

function readingTokens(word: string, keys: string, isTyped: boolean): QueryToken[] {
  return [
    ...weighed(is.word, word, weights.word),
    ...(isTyped ? longestStart(is.start, keys, weights.wordStart) : []),
    ...(isConsonants(keys) ? longestStart(is.initials, keys, weights.initials) : []),
    ...slipsOf(keys).flatMap((slip) => weighed(is.slip, slip, weights.slip)),
    ...pairsOf(word).flatMap((pair) => weighed(is.pair, pair, weights.part)),
    ...endingsOf(word).flatMap((ending) => weighed(is.ending, ending, weights.part)),
    // Where the slip is further on, the word still starts alike.
    ...startsOf(keys)
      .filter((start) => start.length >= 4)
      .flatMap((start) => weighed(is.start, start, weights.intactStart)),
  ];
}

/** The tokens of which a name that meets a word of a query has one: the word or its start, its initials, or a part of it. */
export function wordGroup({ word, keys, stems, consonants }: QueryWord): QueryToken[] {
  return [
    ...weighed(is.word, word, weights.word),
    ...longestStart(is.start, keys, weights.wordStart),
    ...(consonants ? longestStart(is.initials, keys, weights.initials) : []),
    ...firstPair(is.pair, word),
    ...stems.flatMap((stem) => [
      ...weighed(is.word, stem.letters, weights.word),
      ...firstPair(is.pair, stem.letters),
    ]),
  ];
}

/** The tokens of which a text that has a word of a query has one. */
export function textGroup({ word, stems }: QueryWord): QueryToken[] {
  return [word, ...stems.map(({ letters }) => letters)].flatMap((reading) => [
    ...weighed(is.text, reading, weights.text),
    ...firstPair(is.text, reading),
  ]);
}

// A Hangul word that stands inside another has all its pairs there: looking for one will do.
function firstPair(kind: TokenClass, word: string): QueryToken[] {
  return pairsOf(word)
    .slice(0, 1)
    .flatMap((pair) => weighed(kind, pair, weights.part));
}

function longestStart(kind: TokenClass, keys: string, weight: number): QueryToken[] {
  const starts = startsOf(keys).flatMap((start) => weighed(kind, start, weight));
  return starts.slice(-1);
}

/** A weighed token, or none where a cut has left nothing that could be one. */
export function weighed(kind: TokenClass, text: string, weight: number): QueryToken[] {
  return text !== '' && isWhole(text) ? [{ token: token(kind, text), weight }] : [];
}
