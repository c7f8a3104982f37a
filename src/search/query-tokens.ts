import { type CompiledQuery, compileQuery } from './query.ts';
import { tokenClass as is } from './tokens.ts';
import {
  endTokens,
  type QueryToken,
  textGroup,
  weighed,
  weights,
  wholeTokens,
  wordGroup,
  wordTokens,
} from './weighed-tokens.ts';

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

/** One token of each group. */
export type TokenSet = readonly (readonly QueryToken[])[];

/** What an engine looks for: things that have any of the tokens, or all of a set: one token of each of its groups. */
export type TokenQuery = { readonly tokens: readonly QueryToken[]; readonly sets: readonly TokenSet[] };

/**
 * What brings the things whose names match a query as it is typed and, with `texts`, those of which a text has its
 * words. It has few tokens that many things have, but where every word of the query must be met. Nothing to look for
 * where there is neither letter nor digit.
 */
export function typedTokens(text: string, { texts = false }: { readonly texts?: boolean } = {}): TokenQuery {
  const query = compileQuery(text);
  const words = query.words.filter(({ optional }) => !optional);
  const sets = words.length === 0 ? [] : [words.map(wordGroup), ...(texts ? [words.map(textGroup)] : [])];
  return { tokens: heaviest(nameTokens(query)), sets: sets.filter(hasNoEmptyGroup) };
}

// Nothing has what a cut has left nothing of.
function hasNoEmptyGroup(set: TokenSet): boolean {
  return set.every((group) => group.length > 0);
}

/** What brings the things whose names are a slip or two off a query, too; heaviest first. */
export function slipTokens(text: string): readonly QueryToken[] {
  const query = compileQuery(text);
  const { form, stripped: readings, words } = query;
  return heaviest([
    ...nameTokens(query),
    ...endTokens(form, 1),
    ...readings.flatMap((reading) => endTokens(reading, stripped)),
    ...words.flatMap((word, index) => wordTokens(word, index >= words.length - typedWords)),
  ]);
}

function nameTokens({ form, stripped: readings, mentions, heads }: CompiledQuery): QueryToken[] {
  return [
    ...wholeTokens(form, 1),
    ...readings.flatMap((reading) => wholeTokens(reading, stripped)),
    ...[...mentions].flatMap(([mention, count]) => weighed(is.name, mention, weights.mention - count / 2)),
    ...[...heads].flatMap((head) => weighed(is.name, head, weights.part)),
  ];
}

// Each token once, as heavy as it was given.
function heaviest(tokens: readonly QueryToken[]): readonly QueryToken[] {
  const weightOf = new Map<string, number>();
  for (const { token, weight } of tokens) weightOf.set(token, Math.max(weight, weightOf.get(token) ?? 0));
  return [...weightOf]
    .map(([token, weight]): QueryToken => ({ token, weight: Math.round(weight * 1000) / 1000 }))
    .sort((a, b) => b.weight - a.weight || (a.token < b.token ? -1 : 1))
    .slice(0, mostQueryTokens);
}
