import { type CompiledQuery, compileQuery } from './query.ts';
import { tokenClass as is } from './tokens.ts';
import { type QueryToken, weighed, weights, wholeTokens, wordTokens } from './weighed-tokens.ts';

export type { QueryToken } from './weighed-tokens.ts';

/**
 * The most tokens a query has; the lightest are left out. A few words have some thirty; this many lets every run of two
 * words in a text of two hundred letters be a name.
 */
export const mostQueryTokens = 128;

// A reading without its particles comes after the query as it stands.
const stripped = 0.8;

// Of the words before these, none is still being typed; a longer query is a sentence.
const typedWords = 4;

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
    ...[...mentions].flatMap(([mention, count]) => weighed(is.name, mention, weights.mention - count / 2)),
    ...[...heads].flatMap((head) => weighed(is.name, head, weights.part)),
  ];
}
