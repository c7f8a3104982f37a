import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOf } from '../../src/search/best.ts';
import { IntLists } from '../../src/search/int-lists.ts';
import { InvertedIndex } from '../../src/search/inverted-index.ts';
import type { QueryToken, TokenQuery } from '../../src/search/query-tokens.ts';
import { TokenTable } from '../../src/search/token-table.ts';

const small = fc.nat({ max: 12 });

describe('IntLists', () => {
  it('holds what lists of lists would', () => {
    const step = fc.record({
      list: small,
      value: small,
      what: fc.constantFrom('add', 'add', 'add', 'remove', 'clear', 'keep'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        let lists = new IntLists();
        const model = Array.from({ length: 13 }, (): number[] => []);
        for (const { list, value, what } of steps) {
          const expected = model[list] ?? [];
          if (what === 'add') lists.add(list, value);
          else if (what === 'remove') lists.remove(list, value);
          else if (what === 'clear') lists.clear(list);
          else lists = IntLists.from(lists.parts());
          if (what === 'add') expected.push(value);
          else if (what === 'remove' && expected.includes(value)) expected.splice(expected.indexOf(value), 1);
          else if (what === 'clear') expected.length = 0;
          if (what === 'add') expect(lists.last(list)).toBe(value);
        }
        for (const [list, expected] of model.entries())
          expect([...lists.view(list)].sort()).toEqual(expected.sort());
        const inverse = IntLists.inverse(lists);
        for (let value = 0; value <= 12; value += 1)
          expect([...inverse.view(value)]).toEqual(
            model.flatMap((expected, list) => expected.filter((one) => one === value).map(() => list)),
          );
      }),
    );
  });

  it('says that a list never written is empty', () => {
    expect([new IntLists().count(9999), [...new IntLists().view(9999)], new IntLists().last(9999)]).toEqual([
      0,
      [],
      null,
    ]);
  });
});

describe('TokenTable', () => {
  it('numbers a hundred thousand tokens from 0, each once', () => {
    const table = new TokenTable();
    const tokens = Array.from({ length: 100_000 }, (_, index) => `Wtoken${index}`);
    const numbers = tokens.map((token) => table.intern(token));
    expect(numbers).toEqual(tokens.map((_, index) => index));
    expect(tokens.map((token) => table.intern(token))).toEqual(numbers);
    expect(tokens.map((token) => table.find(token))).toEqual(numbers);
    expect([table.find('Wtoken'), table.find('')]).toEqual([null, null]);
  });
});

describe('bestOf', () => {
  it('gives what sorting and cutting gives', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat({ max: 20 }), (numbers, limit) => {
        const items = [...new Set(numbers)];
        expect(bestOf(items, limit, (a, b) => a > b)).toEqual(
          items.toSorted((a, b) => b - a).slice(0, limit),
        );
      }),
    );
  });
});

describe('InvertedIndex', () => {
  const token = fc.constantFrom('Pa', 'Pb', 'Wab', 'Wba', 'Eab');
  const thing = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), tokens: fc.array(token) });
  const someTokens = fc.uniqueArray(fc.record({ token, weight: fc.integer({ min: 1, max: 8 }) }), {
    selector: (one) => one.token,
  });
  const asked = fc.record({ tokens: someTokens, sets: fc.array(fc.array(someTokens, { minLength: 1 })) });

  it('adds up weights by rarity, whatever was put in, changed and taken out before', () => {
    fc.assert(
      fc.property(
        fc.array(thing),
        fc.array(fc.constantFrom('a', 'b', 'c')),
        asked,
        small,
        fc.nat({ max: 5 }),
        (put, gone, query, limit, keptAfter) => {
          let index = new InvertedIndex();
          const model = new Map<string, ReadonlySet<string>>();
          for (const [place, { id, tokens }] of put.entries()) {
            if (place === keptAfter) index = new InvertedIndex(index.parts());
            index.set(id, tokens.join(' '));
            model.set(id, new Set(tokens));
          }
          for (const id of gone) {
            index.delete(id);
            model.delete(id);
          }
          if (put.length <= keptAfter) index = new InvertedIndex(index.parts());
          expect(index.size).toBe(model.size);
          const candidates = index.candidates(query, limit);
          const all = oracle(model, query);
          const ids = candidates.best.map(({ id }) => id);
          expect([ids, candidates.cut]).toEqual([all.slice(0, limit), all.length > limit]);
          const isWanted = (id: string) => id > 'b';
          const some = index.candidates(query, limit, isWanted);
          const wanted = all.filter(isWanted);
          expect([some.best.map(({ id }) => id), some.cut]).toEqual([
            wanted.slice(0, limit),
            wanted.length > limit,
          ]);
          // Nothing of one query is left for the next.
          expect(index.candidates(query, limit)).toEqual(candidates);
        },
      ),
      {
        numRuns: 500,
        // Two equal sums of other parts: sums of fractions once told them apart.
        examples: [
          [
            [
              { id: 'a', tokens: ['Eab', 'Pa'] },
              { id: 'e', tokens: ['Wab', 'Pb'] },
            ],
            [],
            {
              tokens: [
                { token: 'Eab', weight: 5 },
                { token: 'Pb', weight: 3 },
                { token: 'Wab', weight: 4 },
                { token: 'Pa', weight: 2 },
              ],
              sets: [],
            },
            1,
            5,
          ],
        ],
      },
    );
  });
});

// By the definition: the sum of weight times logarithm of rarity (to six decimals), and of the weightiest token of each
// group of every set that is met whole; then id. In whole numbers, since sums of fractions differ by their order.
function oracle(
  model: ReadonlyMap<string, ReadonlySet<string>>,
  { tokens: any, sets }: TokenQuery,
): string[] {
  const all = [...model.values()];
  const weightOf = ({ token, weight }: QueryToken) =>
    weight *
    Math.round(1_000_000 * Math.log(1 + model.size / all.filter((tokens) => tokens.has(token)).length));
  const weightsOf = (has: ReadonlySet<string>, group: readonly QueryToken[]) =>
    group.filter(({ token }) => has.has(token)).map(weightOf);
  const sum = (weights: readonly number[]) => weights.reduce((total, weight) => total + weight, 0);
  return [...model]
    .map(([id, has]) => {
      const ofSets = sets
        .map((set) => set.map((group) => weightsOf(has, group)))
        .filter((groups) => groups.every((weights) => weights.length > 0))
        .map((groups) => sum(groups.map((weights) => Math.max(...weights))));
      return { id, weights: [...weightsOf(has, any), ...ofSets] };
    })
    .filter(({ weights }) => weights.length > 0)
    .sort((a, b) => sum(b.weights) - sum(a.weights) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
