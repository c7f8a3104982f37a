import type { SearchName } from './form.ts';
import { indexTokens } from './index-tokens.ts';
import { tokenClass } from './tokens.ts';

/** The properties of a thing that are names of it. */
export type Named = {
  readonly nameEn?: unknown;
  readonly nameKo?: unknown;
  readonly titleEn?: unknown;
  readonly titleKo?: unknown;
  readonly aliases?: unknown;
};

/**
 * The text a thing is found by: the tokens of its names, and those of what sources say of it (`said`, as `textTokens` or
 * `textTokensIn` gives them). The latter stand in an order of their own, so that it is the same text in whatever order
 * the sources came.
 */
export function searchTextOf(names: Named, said: readonly string[]): string {
  const tokens = nameText(namesOf(names));
  return said.length > 0 ? [tokens, ...[...new Set(said)].sort()].join(' ') : tokens;
}

/** The tokens of what sources say of a thing. */
export function textTokens(texts: readonly string[] | undefined): string[] {
  return indexTokens([], texts);
}

/** The tokens in a search text that come from what sources say of the thing, and not from its names. */
export function textTokensIn(searchText: string): string[] {
  return searchText.split(' ').filter((token) => token.startsWith(tokenClass.text));
}

/** The tokens of names. Things that many articles name come again and again. */
function nameText(names: readonly SearchName[]): string {
  const key = names.map(({ text, isPrimary = false }) => `${isPrimary} ${text}`).join('\n');
  const before = nameTexts.get(key);
  if (before !== undefined) return before;
  const text = indexTokens(names).join(' ');
  if (nameTexts.size >= mostNameTexts) nameTexts.clear();
  nameTexts.set(key, text);
  return text;
}

const nameTexts = new Map<string, string>();
const mostNameTexts = 10_000;

function namesOf({ nameEn, nameKo, titleEn, titleKo, aliases }: Named): SearchName[] {
  const primary = [nameEn, nameKo, titleEn, titleKo].filter((text) => typeof text === 'string');
  const others = Array.isArray(aliases) ? aliases.filter((text) => typeof text === 'string') : [];
  return [...primary.map((text) => ({ text, isPrimary: true })), ...others.map((text) => ({ text }))];
}
