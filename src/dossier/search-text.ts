import type { SearchEntry, Value } from '../graph/store.ts';
import type { SearchName } from '../search/form.ts';
import { indexTokens } from '../search/index-tokens.ts';
import { tokenClass } from '../search/tokens.ts';
import { placeOf } from './list-place.ts';
import type { EdgeRow, NodeRow } from './plan.ts';

type Planned = { readonly descriptions: readonly NodeRow[]; readonly describedBy: readonly EdgeRow[] };

/** What is known of a thing already: the tokens of what else is said of it. */
type KnownTexts = ReadonlyMap<string, { readonly textTokens: readonly string[] }>;

/**
 * Gives rows of things the text they are found by: the tokens of their names, and of what sources say of them. Those
 * stand in an order of their own, so that it is the same text in whatever order the sources came.
 */
export function withSearchText<Kind extends string>(
  rows: readonly NodeRow<Kind>[],
  plan: Planned,
  known: KnownTexts = new Map(),
): NodeRow<Kind>[] {
  const texts = textsByThing(plan);
  return rows.map((row) => {
    const names = namesOf(row.properties);
    const said = [...indexTokens([], texts.get(row.id)), ...(known.get(row.id)?.textTokens ?? [])];
    const tokens = said.length > 0 ? [nameText(names), ...[...new Set(said)].sort()] : [nameText(names)];
    return { ...row, properties: { ...row.properties, searchText: tokens.join(' ') } };
  });
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

/** The tokens in a search text that come from what sources say of the thing, and not from its names. */
export function textTokensIn(searchText: string): string[] {
  return searchText.split(' ').filter((token) => token.startsWith(tokenClass.text));
}

/** What the indexes of an engine are told of a row that `withSearchText` gave. */
export function searchEntry(row: NodeRow): SearchEntry {
  return { id: row.id, kind: row.kind, searchText: String(row.properties.searchText), place: placeOf(row) };
}

function namesOf({
  nameEn,
  nameKo,
  titleEn,
  titleKo,
  aliases,
}: {
  readonly [name: string]: Value;
}): SearchName[] {
  const primary = [nameEn, nameKo, titleEn, titleKo].filter((text) => typeof text === 'string');
  const others = Array.isArray(aliases) ? aliases.filter((text) => typeof text === 'string') : [];
  return [...primary.map((text) => ({ text, isPrimary: true })), ...others.map((text) => ({ text }))];
}

function textsByThing({ descriptions, describedBy }: Planned): Map<string, string[]> {
  const byId = new Map(descriptions.map((row) => [row.id, row.properties]));
  const texts = new Map<string, string[]>();
  for (const { from, to } of describedBy) {
    const { textEn, textKo } = byId.get(to) ?? {};
    const given = [textEn, textKo].filter((text) => typeof text === 'string');
    texts.set(from, [...(texts.get(from) ?? []), ...given]);
  }
  return texts;
}
