import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HopLists } from '../../src/graph/embedded-hop-lists.ts';
import { shortestWays } from '../../src/graph/embedded-ways.ts';
import { allPaths } from '../support/path-oracle.ts';

const thing = fc.constantFrom(...'abcdefgh');
const type = fc.constantFrom(0, 1, 2);
const owned = fc.array(fc.record({ other: thing, type }), { maxLength: 3 });
/** What things own, one after another: a later turn replaces what its thing owned before. */
const turns = fc.array(fc.record({ owner: thing, owned }), { minLength: 6, maxLength: 16 });
const types = fc.subarray([0, 1, 2], { minLength: 1 });

it('finds the first ways of shortest paths, whatever was renewed before, as a search of all paths does', () => {
  let found = 0;
  const property = fc.property(
    turns,
    types,
    thing,
    thing,
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 1, max: 4 }),
    (renewed, some, from, to, maxLength, wanted) => {
      fc.pre(from !== to);
      const lists = new HopLists();
      for (const turn of renewed) {
        lists.removeOwned(turn.owner);
        for (const hop of turn.owned) lists.add({ owners: [turn.owner], others: [hop.other] }, hop.type);
      }
      const last = new Map(renewed.map((turn) => [turn.owner, turn.owned]));
      const hops = [...last].flatMap(([owner, all]) =>
        all
          .filter((hop) => some.includes(hop.type) && hop.other !== owner)
          .map((hop, place) => ({ id: `${owner}${place}`, ends: [owner, hop.other] as const })),
      );
      const paths = allPaths(
        hops.map(({ id, ends: [one, other] }) => ({ id, ends: [one, other] })),
        { from, to, maxLength },
      );
      const shortest = paths.filter(({ length }) => length === paths[0]?.length);
      const ways = shortest.map((path) => path.filter((_, place) => place % 2 === 1).join());
      const expected = [...new Set(ways)].slice(0, wanted);
      const bits = some.reduce((set, one) => set | (1 << one), 0);
      const given = shortestWays(lists, bits, { from, to, maxLength, wanted });
      expect(given.map((way) => way.join())).toEqual(expected);
      found += expected.length;
    },
  );
  fc.assert(property, { numRuns: 2_000 });
  expect(found).toBeGreaterThan(500);
});
