import { type Form, formOfWords, wordKeys } from './form.ts';
import { isConsonants, isHangul } from './hangul.ts';
import { isParticle, stemsOf } from './particles.ts';
import { wordsAndPossessives } from './possessive.ts';

/**
 * One word of a query. `stems` are what it may be without particles, longest first, with their keys; `optional` is a
 * word that is nothing but particles, `possessive` one that is the s of "Tesla's", which is optional too; `consonants` one
 * that may be the initials of a Hangul word.
 */
export type QueryWord = {
  readonly word: string;
  readonly keys: string;
  readonly stems: readonly Form[];
  readonly optional: boolean;
  readonly possessive: boolean;
  readonly consonants: boolean;
};

/** A query made ready once, to be compared with the names of many candidates. */
export type CompiledQuery = {
  /** The whole query as it stands. */
  readonly form: Form;
  /** The whole query without particles, at its end or at the end of every word. */
  readonly stripped: readonly Form[];
  readonly words: readonly QueryWord[];
  /** Every run of a few words in the query, as the letters of the name it may be, and of how many words it is. */
  readonly mentions: ReadonlyMap<string, number>;
  /** What the Hangul words of the query begin with: a name may run on into a compound. */
  readonly heads: ReadonlySet<string>;
};

/** Longest text a query is read to, in UTF-16 units; what is behind is not looked at, so that the work is bounded. */
export const longestQuery = 200;

// The most words a name found inside a longer query may have.
const longestMention = 5;

// The fewest and the most syllables a name may have to be seen at the head of a compound.
const shortestHead = 3;
const longestHead = 10;

// The most words of a query that are read; what two hundred letters hold more is no question.
const mostWords = 50;

/** Compiles a query. In: any text; of one longer than `longestQuery`, only so much is read. */
export function compileQuery(text: string): CompiledQuery {
  const { words: written, possessives } = wordsAndPossessives(text.slice(0, longestQuery));
  const form = formOfWords(written.slice(0, mostWords));
  const words = form.words.map((word, index) =>
    queryWord(word, wordKeys(form, index), possessives.has(index)),
  );
  return {
    form,
    stripped: strippedForms(words).filter(({ letters }) => letters !== form.letters),
    words,
    mentions: new Map(words.flatMap((_, from) => mentionsFrom(words, from))),
    heads: new Set(words.flatMap(({ word }) => headsOf(word))),
  };
}

function queryWord(word: string, keys: string, possessive: boolean): QueryWord {
  return {
    word,
    keys,
    stems: stemsOf(word).map((stem) => formOfWords([stem])),
    optional: possessive || isParticle(word),
    possessive,
    consonants: isConsonants(keys),
  };
}

function strippedForms(words: readonly QueryWord[]): Form[] {
  const [last] = words.slice(-1);
  if (!last) return [];
  const before = words.slice(0, -1).map(({ word }) => word);
  const endings = last.optional && before.length > 0 ? [[]] : last.stems.map((stem) => stem.words);
  const everywhere = words
    .filter(({ optional }, index) => index === 0 || !optional)
    .flatMap(({ word, stems }) => stems.at(-1)?.words ?? [word]);
  const readings = [...endings.map((ending) => [...before, ...ending]), everywhere].map(formOfWords);
  return [...new Map(readings.map((reading) => [reading.letters, reading])).values()];
}

// No name begins with a particle.
function mentionsFrom(words: readonly QueryWord[], from: number): [string, number][] {
  if (words[from]?.optional) return [];
  const mentions: [string, number][] = [];
  let before = '';
  for (const [more, { word, stems }] of words.slice(from, from + longestMention).entries()) {
    for (const ending of [word, ...stems.map(({ letters }) => letters)])
      mentions.push([before + ending, more + 1]);
    before += word;
  }
  return mentions.filter(([mention]) => mention.length > 1);
}

function headsOf(word: string): string[] {
  if (!isHangul(word)) return [];
  const longest = Math.min(longestHead, word.length - 1);
  return Array.from({ length: Math.max(0, longest - shortestHead + 1) }, (_, more) =>
    word.slice(0, shortestHead + more),
  );
}
