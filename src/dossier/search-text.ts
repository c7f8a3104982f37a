import type { SearchEntry } from '../graph/store.ts';
import { searchTextOf, textTokens, textTokensIn } from '../search/search-text.ts';
import { placeOf } from './list-place.ts';
import type { EdgeRow, NodeRow } from './plan.ts';

type Planned = { readonly descriptions: readonly NodeRow[]; readonly describedBy: readonly EdgeRow[] };

/** What is known of a thing already: the tokens of what else is said of it. */
type KnownTexts = ReadonlyMap<string, { readonly textTokens: readonly string[] }>;

/** Gives rows of things the text they are found by. */
export function withSearchText<Kind extends string>(
  rows: readonly NodeRow<Kind>[],
  plan: Planned,
  known: KnownTexts = new Map(),
): NodeRow<Kind>[] {
  const texts = textsByThing(plan);
  return rows.map((row) => {
    const said = [...textTokens(texts.get(row.id)), ...(known.get(row.id)?.textTokens ?? [])];
    return { ...row, properties: { ...row.properties, searchText: searchTextOf(row.properties, said) } };
  });
}

/** Leaves in the search texts of rows what their names do not tell, and no text where that is nothing. */
export function withoutNameTokens<Kind extends string>(rows: readonly NodeRow<Kind>[]): NodeRow<Kind>[] {
  return rows.map((row) => {
    const said = textTokensIn(String(row.properties.searchText));
    const searchText = said.length > 0 ? said.join(' ') : null;
    return { ...row, properties: { ...row.properties, searchText } };
  });
}

/** What the indexes of an engine are told of a row that `withSearchText` gave. */
export function searchEntry(row: NodeRow): SearchEntry {
  return { id: row.id, kind: row.kind, searchText: String(row.properties.searchText), place: placeOf(row) };
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
