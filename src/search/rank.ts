import { consonantsOf, type Form, initialsOf } from './form.ts';
import { isConsonants } from './hangul.ts';
import type { CompiledQuery } from './query.ts';
import { isStartOff, isSyllableOff, slipsBetween } from './slip.ts';
import { matchWords, type WordMatch } from './word-match.ts';

/**
 * How a query matches a name, best first: it is the name; the name starts with it; its words are words of the name or
 * start them, or the name is in it; it is the name's initials; it is the name but for a slip or two.
 */
export const matchKinds = ['EXACT', 'PREFIX', 'WORDS', 'INITIALS', 'FUZZY'] as const;

/** One of `matchKinds`. */
export type MatchKind = (typeof matchKinds)[number];

/**
 * The place of a name among the matches of a query: by `how`, then `sure` (0 to 3: as typed before a reading of it),
 * then primary names, then `grade` (0 to 3: whole words before parts), then `share` (0 to 1: how much of the longer the shorter is).
 */
export type Rank = {
  readonly how: MatchKind;
  readonly sure: number;
  readonly grade: number;
  readonly share: number;
};

/** Whether a name meets all of a query as it is typed: not but for slips, and not as a name somewhere inside the query. */
export function isAsTyped({ how, sure }: Rank): boolean {
  return how !== 'FUZZY' && !(how === 'WORDS' && sure < 3);
}

type Pair = { readonly query: CompiledQuery; readonly name: Form };

/** The rank of a name for a query, or null where it does not match. */
export function rankOf(query: CompiledQuery, name: Form): Rank | null {
  if (query.form.letters === '' || name.letters === '') return null;
  const pair = { query, name };
  const share = shareOf(query.form.keys, name.keys);
  const found = exact(pair) ?? prefix(pair) ?? looser(pair, matchWords(query, name));
  return found && { share, ...found };
}

function shareOf(a: string, b: string): number {
  return Math.min(a.length, b.length) / Math.max(a.length, b.length);
}

// A rank whose share, where it is left out, is that of the whole query and the whole name.
type Found = Omit<Rank, 'share'> & { readonly share?: number };

function exact({ query: { form, stripped }, name }: Pair): Found | null {
  if (form.letters === name.letters) {
    const sameWords = form.words.every((word, index) => word === name.words[index]);
    return { how: 'EXACT', sure: 3, grade: sameWords ? 3 : 2 };
  }
  const isRead = stripped.some(({ letters }) => letters === name.letters);
  return isRead ? { how: 'EXACT', sure: 1, grade: 0 } : null;
}

// Whole syllables before half-typed ones: 이 is 이마트 rather than 일론, though its keys start both.
function prefix({ query: { form, stripped }, name }: Pair): Found | null {
  if (name.keys.startsWith(form.keys))
    return { how: 'PREFIX', sure: 3, grade: name.letters.startsWith(form.letters) ? 1 : 0 };
  // Particles end a word, so what is left is no half-typed one.
  const isRead = stripped.some(({ keys }) => name.keys.startsWith(keys) && name.starts.includes(keys.length));
  return isRead ? { how: 'PREFIX', sure: 1, grade: 0 } : null;
}

function looser(pair: Pair, match: WordMatch | null): Found | null {
  return words(pair, match) ?? initials(pair, match) ?? fuzzy(pair, match);
}

function words(
  { query: { mentions, heads }, name: { letters } }: Pair,
  match: WordMatch | null,
): Found | null {
  if (match === 'WHOLE') return { how: 'WORDS', sure: 3, grade: 3 };
  if (match === 'START') return { how: 'WORDS', sure: 3, grade: 2 };
  if (match === 'INSIDE') return { how: 'WORDS', sure: 3, grade: 1 };
  if (mentions.has(letters)) return { how: 'WORDS', sure: 1, grade: 1 };
  return heads.has(letters) ? { how: 'WORDS', sure: 1, grade: 0 } : null;
}

function initials({ query: { form, stripped }, name }: Pair, match: WordMatch | null): Found | null {
  if (match === 'INITIALS') return { how: 'INITIALS', sure: 3, grade: 1 };
  const readings = [form, ...stripped].map(({ letters }) => letters);
  if (initialsOf(name).some((short) => readings.includes(short)))
    return { how: 'INITIALS', sure: 3, grade: 2 };
  if (!isConsonants(form.keys)) return null;
  const { text, starts } = consonantsOf(name);
  const from = starts.find((start) => text.startsWith(form.keys, start));
  if (from === undefined) return null;
  return { how: 'INITIALS', sure: 3, grade: from === 0 ? 2 : 1, share: shareOf(form.keys, text) };
}

function fuzzy({ query: { form, stripped }, name }: Pair, match: WordMatch | null): Found | null {
  const slips = [form, ...stripped].map(({ keys }) => slipsBetween(keys, name.keys) ?? 3);
  const fewest = Math.min(...slips, match === 'ONE_SLIP' ? 1 : 3, match === 'TWO_SLIPS' ? 2 : 3);
  if (fewest < 3) return { how: 'FUZZY', sure: fewest === 1 ? 3 : 2, grade: 0 };
  if (isSyllableOff(form.letters, name.letters)) return { how: 'FUZZY', sure: 1, grade: 0 };
  return isStartOff(form.keys, name.keys) ? { how: 'FUZZY', sure: 0, grade: 0 } : null;
}
