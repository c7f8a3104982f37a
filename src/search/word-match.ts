import { type Form, wordKeys } from './form.ts';
import { initialConsonants, isHangul } from './hangul.ts';
import type { CompiledQuery, QueryWord } from './query.ts';
import { slipsBetween } from './slip.ts';

/** How a word of a query is met by a name, best first. */
export const wordMatches = ['WHOLE', 'START', 'INSIDE', 'INITIALS', 'ONE_SLIP', 'TWO_SLIPS'] as const;

/** One of `wordMatches`. */
export type WordMatch = (typeof wordMatches)[number];

// How many words of a query may be one word of a name that is written without spaces.
const longestJoin = 3;

// What was met: how, which word of the name, how many keys on from there, and how many words of the query.
type Found = {
  readonly match: WordMatch;
  readonly at: number;
  readonly keys: number;
  readonly words: number;
};

/**
 * How well a name meets every word of a query, in any order and no word of it twice: as well as it meets the worst of
 * them, or null where it does not meet one. Words that are nothing but particles may stay unmet.
 */
export function matchWords(query: CompiledQuery, name: Form): WordMatch | null {
  const free = name.words.map(() => true);
  let worst = -1;
  for (let at = 0; at < query.words.length; ) {
    const found = findJoined(query, at, name, free) ?? findAlike(query.words[at], name, free);
    if (!found && !query.words[at]?.optional) return null;
    if (found) {
      worst = Math.max(worst, wordMatches.indexOf(found.match));
      spend(free, name, found);
    }
    at += found?.words ?? 1;
  }
  return wordMatches[worst] ?? null;
}

function spend(free: boolean[], { starts }: Form, { at, keys }: Found): void {
  const from = starts[at] ?? 0;
  for (const [index, start] of starts.entries()) {
    if (start >= from && start < from + Math.max(keys, 1)) free[index] = false;
  }
}

// Words of the query, joined, that the name has from a free word on; the longest join, and a whole word before a start.
function findJoined(
  { form, words }: CompiledQuery,
  at: number,
  name: Form,
  free: readonly boolean[],
): Found | null {
  for (let joined = Math.min(longestJoin, words.length - at); joined > 0; joined--) {
    const last = words[at + joined - 1];
    const before = form.keys.slice(form.starts[at], form.starts[at + joined - 1]);
    const asTyped = findStart(before + (last?.keys ?? ''), name, free);
    // A stem that only starts or is only in a word is no reading of it: 올트만 is not 올트 and 만 because of 올트먼.
    const stems = asTyped ? [] : (last?.stems ?? []).map(({ keys }) => findStart(before + keys, name, free));
    const found = asTyped ?? stems.find((stem) => stem?.match === 'WHOLE');
    if (found) return { ...found, words: joined };
  }
  return null;
}

function findStart(keys: string, name: Form, free: readonly boolean[]): Found | null {
  let best: Found | null = null;
  for (const [at, start] of name.starts.entries()) {
    if (!free[at] || !name.keys.startsWith(keys, start)) continue;
    const end = start + keys.length;
    const found = { at, keys: keys.length, words: 1 };
    if (end === name.keys.length || name.starts.includes(end)) return { ...found, match: 'WHOLE' };
    best ??= { ...found, match: 'START' };
  }
  return best;
}

// A word of the name that has this one inside it, shortens to it, or is a slip away from it: the best of them.
function findAlike(word: QueryWord | undefined, name: Form, free: readonly boolean[]): Found | null {
  if (!word) return null;
  let best: Found | null = null;
  for (const [at, nameWord] of name.words.entries()) {
    const match = free[at] ? likeness(word, nameWord, wordKeys(name, at)) : null;
    if (match && (!best || wordMatches.indexOf(match) < wordMatches.indexOf(best.match)))
      best = { match, at, keys: 1, words: 1 };
  }
  return best;
}

function likeness(
  { word, keys, stems, consonants }: QueryWord,
  nameWord: string,
  nameKeys: string,
): WordMatch | null {
  if (isHangul(word) && word.length > 1 && nameWord.includes(word)) return 'INSIDE';
  if (stems.some(({ letters }) => nameWord.endsWith(letters))) return 'INSIDE';
  if (consonants && initialConsonants(nameWord).startsWith(keys)) return 'INITIALS';
  const slips = [keys, ...stems.map((stem) => stem.keys)].map(
    (reading) => slipsBetween(reading, nameKeys) ?? 3,
  );
  return wordMatches[wordMatches.indexOf('ONE_SLIP') + Math.min(...slips) - 1] ?? null;
}
