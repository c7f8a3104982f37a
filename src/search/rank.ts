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

/** The rank of a name for a query, or null where it does not match. */
export function rankOf(query: CompiledQuery, name: Form): Rank | null {
  if (query.form.letters === '' || name.letters === '') return null;
  const share = shareOf(query.form.keys.length, name.keys.length);
  return exact(query, name, share) ?? prefix(query, name, share) ?? looser(query, name, share);
}

function shareOf(a: number, b: number): number {
  return Math.min(a, b) / Math.max(a, b, 1);
}

function exact({ form, stripped }: CompiledQuery, name: Form, share: number): Rank | null {
  if (form.letters === name.letters) {
    const sameWords = form.words.every((word, index) => word === name.words[index]);
    return { how: 'EXACT', sure: 3, grade: sameWords ? 3 : 2, share };
  }
  const isRead = stripped.some(({ letters }) => letters === name.letters);
  return isRead ? { how: 'EXACT', sure: 1, grade: 0, share } : null;
}

// Whole syllables before half-typed ones: 이 is 이마트 rather than 일론, though its keys start both.
function prefix({ form, stripped }: CompiledQuery, name: Form, share: number): Rank | null {
  if (name.keys.startsWith(form.keys))
    return { how: 'PREFIX', sure: 3, grade: name.letters.startsWith(form.letters) ? 1 : 0, share };
  const isRead = stripped.some(({ keys }) => name.keys.startsWith(keys));
  return isRead ? { how: 'PREFIX', sure: 1, grade: 0, share } : null;
}

function looser(query: CompiledQuery, name: Form, share: number): Rank | null {
  const match = matchWords(query, name);
  return (
    words(query, name, match, share) ??
    initials(query, name, match, share) ??
    fuzzy(query, name, match, share)
  );
}

function words(
  { mentions, heads }: CompiledQuery,
  { letters }: Form,
  match: WordMatch | null,
  share: number,
): Rank | null {
  if (match === 'WHOLE') return { how: 'WORDS', sure: 3, grade: 3, share };
  if (match === 'START') return { how: 'WORDS', sure: 3, grade: 2, share };
  if (match === 'INSIDE') return { how: 'WORDS', sure: 3, grade: 1, share };
  if (mentions.has(letters)) return { how: 'WORDS', sure: 1, grade: 1, share };
  return heads.has(letters) ? { how: 'WORDS', sure: 1, grade: 0, share } : null;
}

function initials(
  { form, stripped }: CompiledQuery,
  name: Form,
  match: WordMatch | null,
  share: number,
): Rank | null {
  if (match === 'INITIALS') return { how: 'INITIALS', sure: 3, grade: 1, share };
  const readings = [form, ...stripped].map(({ letters }) => letters);
  if (initialsOf(name).some((short) => readings.includes(short)))
    return { how: 'INITIALS', sure: 3, grade: 2, share };
  if (!isConsonants(form.keys)) return null;
  const { text, starts } = consonantsOf(name);
  const from = starts.find((start) => text.startsWith(form.keys, start));
  if (from === undefined) return null;
  return {
    how: 'INITIALS',
    sure: 3,
    grade: from === 0 ? 2 : 1,
    share: shareOf(form.keys.length, text.length),
  };
}

function fuzzy(
  { form, stripped }: CompiledQuery,
  name: Form,
  match: WordMatch | null,
  share: number,
): Rank | null {
  const slips = [form, ...stripped].map(({ keys }) => slipsBetween(keys, name.keys) ?? 3);
  const fewest = Math.min(...slips, match === 'ONE_SLIP' ? 1 : 3, match === 'TWO_SLIPS' ? 2 : 3);
  if (fewest < 3) return { how: 'FUZZY', sure: fewest === 1 ? 3 : 2, grade: 0, share };
  if (isSyllableOff(form.letters, name.letters)) return { how: 'FUZZY', sure: 1, grade: 0, share };
  return isStartOff(form.keys, name.keys) ? { how: 'FUZZY', sure: 0, grade: 0, share } : null;
}
