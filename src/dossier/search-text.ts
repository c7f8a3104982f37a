import type { SearchEntry, Value } from '../graph/store.ts';
import type { SearchName } from '../search/form.ts';
import { indexTokens } from '../search/index-tokens.ts';
import { placeOf } from './list-place.ts';
import type { EdgeRow, NodeRow } from './plan.ts';

type Planned = { readonly descriptions: readonly NodeRow[]; readonly describedBy: readonly EdgeRow[] };

/** Gives rows of things the text they are found by: the tokens of their names, and of what sources say of them. */
export function withSearchText<Kind extends string>(
  rows: readonly NodeRow<Kind>[],
  plan: Planned,
): NodeRow<Kind>[] {
  const texts = textsByThing(plan);
  return rows.map((row) => ({
    ...row,
    properties: {
      ...row.properties,
      searchText: indexTokens(namesOf(row.properties), texts.get(row.id) ?? []).join(' '),
    },
  }));
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
