import { expect, it } from 'vitest';
import { withLesserEnds } from '../../src/dossier/lesser-ends.ts';
import type { RelationshipRow } from '../../src/dossier/plan.ts';
import type { Params, Statement } from '../../src/graph/store.ts';

const row = (from: string, to: string): RelationshipRow => ({
  type: 'PARTNER_OF',
  from,
  to,
  id: `${from} ${to}`,
  properties: { id: `${from} ${to}` },
  dates: {},
});

/** The lesser ends of some pairs, where things have so many relationships already. */
async function lesserEnds(pairs: readonly [string, string][], stored: Record<string, number> = {}) {
  const asked: Params[] = [];
  const run = async <T>({ row: decode }: Statement<T>, params: Params): Promise<T[]> => {
    asked.push(params);
    return Object.entries(stored).map(([id, count]) => decode({ id, count }));
  };
  const rows = await withLesserEnds(
    { run },
    pairs.map(([from, to]) => row(from, to)),
  );
  return { ends: rows.map(({ properties }) => properties.lesserEnd), asked };
}

it('the lesser end is the one that has fewer relationships with those that are stored now', async () => {
  const star = await lesserEnds([
    ['hub', 'a'],
    ['b', 'hub'],
    ['hub', 'c'],
  ]);
  expect(star.ends).toEqual(['a', 'b', 'c']);
  expect(star.asked).toEqual([{ ids: ['hub', 'a', 'b', 'c'] }]);
});

it('the lesser end goes by what is stored already', async () => {
  expect((await lesserEnds([['hub', 'old']], { old: 7 })).ends).toEqual(['hub']);
  expect((await lesserEnds([['hub', 'old']], { hub: 8, old: 7 })).ends).toEqual(['old']);
});

it('of equals it is the one that the relationship starts from, also where both are the same thing', async () => {
  expect((await lesserEnds([['a', 'b']])).ends).toEqual(['a']);
  expect((await lesserEnds([['a', 'a']])).ends).toEqual(['a']);
});

it('nothing is asked where nothing is stored', async () => {
  expect(await lesserEnds([])).toEqual({ ends: [], asked: [] });
});
