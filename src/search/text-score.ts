import { formOf } from './form.ts';
import type { CompiledQuery } from './query.ts';
import { matchWords, type WordMatch } from './word-match.ts';

/** How well the best of some texts about a thing matches: above 0, at most 1; and which text. */
export type TextScore = { readonly score: number; readonly matched: string };

// In running text only what is written counts: slips and initials would find anything.
const scores: { readonly [match in WordMatch]?: number } = { WHOLE: 1, START: 0.7, INSIDE: 0.5 };

/** Scores texts by whether every word of a query stands in one of them; null where in none. The first best is named. */
export function scoreTexts(query: CompiledQuery, texts: readonly string[]): TextScore | null {
  let best: TextScore | null = null;
  for (const text of texts) {
    const match = matchWords(query, formOf(text));
    const score = (match && scores[match]) ?? 0;
    if (score > (best?.score ?? 0)) best = { score, matched: text };
  }
  return best;
}
