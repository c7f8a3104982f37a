import { formOf, type SearchName } from './form.ts';
import type { CompiledQuery } from './query.ts';
import { isAsTyped, type MatchKind, matchKinds, type Rank, rankOf } from './rank.ts';

/** How well the best of a thing's names matches: above 0, at most 1; which name; how; and whether it meets all that is typed. */
export type NameScore = {
  readonly score: number;
  readonly matched: string;
  readonly how: MatchKind;
  readonly asTyped: boolean;
};

/**
 * Scores the names of a thing for a query; null where none matches. Each kind of match has a fifth of the scale to itself:
 * EXACT above 0.8, PREFIX above 0.6, WORDS above 0.4, INITIALS above 0.2, FUZZY above 0. So any exact match is over any
 * other; within a kind come names as typed over readings of them, primary names over aliases, whole words over parts,
 * shorter names over longer. Of names that score alike the first is named. Engines rank their candidates by it, and so alike.
 */
export function scoreNames(query: CompiledQuery, names: readonly SearchName[]): NameScore | null {
  let best: NameScore | null = null;
  for (const { text, isPrimary } of names) {
    const rank = rankOf(query, formOf(text));
    const score = rank ? scoreOf(rank, isPrimary === true) : 0;
    if (rank && score > (best?.score ?? 0))
      best = { score, matched: text, how: rank.how, asTyped: isAsTyped(rank) };
  }
  return best;
}

// The parts of a rank as the digits of one number: sure (0 to 3), primary (0 or 1), grade (0 to 3), share (above 0, to 1).
function scoreOf({ how, sure, grade, share }: Rank, isPrimary: boolean): number {
  const within = (sure * 2 + Number(isPrimary)) * 4 + grade + share;
  const below = matchKinds.length - 1 - matchKinds.indexOf(how);
  return (below + within / 32) / matchKinds.length;
}
