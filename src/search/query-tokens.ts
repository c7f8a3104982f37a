import { type Form, wordKeys } from './form.ts';
import { isConsonants } from './hangul.ts';
import { type CompiledQuery, compileQuery, type QueryWord } from './query.ts';
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

/** The most tokens a query has; the lightest are left out. */
export const mostQueryTokens = 64;

// What a match of each kind weighs before its rarity is reckoned in. They follow the ranks of `scoreNames`, roughly:
// that is the ranking proper, and these only have to bring the best among its candidates.
const weights = {
  name: 8,
  mention: 4,
  start: 3,
  initials: 3,
  word: 2,
  wordStart: 1,
  text: 0.7,
  slip: 0.6,
  part: 0.5,
  intactStart: 0.4,
};

// A reading without its particles comes after the query as it stands.
const stripped = 0.8;

// Of the words before these, none is still being typed; a longer query is a sentence.
const typedWords = 4;

// More letters than any initials have.
const longestInitials = 8;

/** The tokens that bring the candidates of a query, heaviest first; none where there is neither letter nor digit. */
export function queryTokens(text: string): { readonly tokens: readonly QueryToken[] } {
  const query = compileQuery(text);
  const heaviest = new Map<string, number>();
  for (const { token, weight } of allTokens(query)) {
    heaviest.set(token, Math.max(weight, heaviest.get(token) ?? 0));
  }
  const tokens = [...heaviest]
    .map(([token, weight]): QueryToken => ({ token, weight: Math.round(weight * 1000) / 1000 }))
    .sort((a, b) => b.weight - a.weight || (a.token < b.token ? -1 : 1));
  return { tokens: tokens.slice(0, mostQueryTokens) };
}

function allTokens({ form, stripped: readings, words, mentions, heads }: CompiledQuery): QueryToken[] {
  return [
    ...wholeTokens(form, 1),
    ...readings.flatMap((reading) => wholeTokens(reading, stripped)),
    ...words.flatMap((word, index) => wordTokens(word, index >= words.length - typedWords)),
    ...[...mentions].flatMap((mention) => weighed(is.name, mention, weights.mention)),
    ...[...heads].flatMap((head) => weighed(is.name, head, weights.part)),
  ];
}

function wholeTokens({ words, letters, keys }: Form, share: number): QueryToken[] {
  const initials = letters.length <= longestInitials ? letters : '';
  return [
    ...weighed(is.name, letters, weights.name * share),
    ...longestStart(is.start, keys, weights.start * share),
    ...nameEndingsOf(words, keys).flatMap((ending) => weighed(is.ending, ending, weights.word * share)),
    ...lengthTokens(letters, keys, weights.start * share),
    ...(isConsonants(keys)
      ? longestStart(is.initials, keys, weights.initials * share)
      : weighed(is.initials, initials, weights.initials * share)),
  ];
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

function wordTokens({ word, keys, stems }: QueryWord, isTyped: boolean): QueryToken[] {
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
    ...weighed(is.text, word, weights.text),
    ...slipsOf(keys).flatMap((slip) => weighed(is.slip, slip, weights.slip)),
    ...pairsOf(word).flatMap((pair) => weighed(is.pair, pair, weights.part)),
    ...pairsOf(word).flatMap((pair) => weighed(is.text, pair, weights.part)),
    ...endingsOf(word).flatMap((ending) => weighed(is.ending, ending, weights.part)),
    // Where the slip is further on, the word still starts alike.
    ...startsOf(keys)
      .filter((start) => start.length >= 4)
      .flatMap((start) => weighed(is.start, start, weights.intactStart)),
  ];
}

function longestStart(kind: TokenClass, keys: string, weight: number): QueryToken[] {
  const starts = startsOf(keys).flatMap((start) => weighed(kind, start, weight));
  return starts.slice(-1);
}

function weighed(kind: TokenClass, text: string, weight: number): QueryToken[] {
  return text !== '' && isWhole(text) ? [{ token: token(kind, text), weight }] : [];
}
