import { lesserEnd } from '../graph/statements/lesser-end.ts';
import { relationshipCounts } from '../graph/statements/load.ts';
import type { Transaction } from '../graph/store.ts';
import type { RelationshipRow } from './plan.ts';

/**
 * Gives rows of relationships that are about to be created the lesser of their ends (see `lesserEnd`), by what is stored
 * and what the rows add to it.
 */
export async function withLesserEnds(
  { run }: Pick<Transaction, 'run'>,
  rows: readonly RelationshipRow[],
): Promise<RelationshipRow[]> {
  if (rows.length === 0) return [];
  const ends = rows.flatMap(({ from, to }) => [from, to]);
  const stored = await run(relationshipCounts, { ids: [...new Set(ends)] });
  const counts = new Map(stored.map(({ id, count }) => [id, count]));
  const countOf = (id: string) => counts.get(id) ?? 0;
  for (const id of ends) counts.set(id, countOf(id) + 1);
  return rows.map((row) => {
    const lesser = countOf(row.from) <= countOf(row.to) ? row.from : row.to;
    return { ...row, properties: { ...row.properties, [lesserEnd]: lesser } };
  });
}
