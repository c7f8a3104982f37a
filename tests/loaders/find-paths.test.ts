import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPaths } from '../../src/loaders/paths/find-paths.ts';
import type { HopSource, Pair, PathBudget } from '../../src/loaders/paths/hop-source.ts';
import type { PathQuestion } from '../../src/loaders/paths/path-question.ts';
import { allPaths, type OracleHop } from '../support/path-oracle.ts';

const things = 'abcdefghij'.split('');
const plenty: PathBudget = { hops: 10_000, hopsOfThing: 1_000, steps: 100_000, unasked: 300 };

/** A source that reads from a list of hops, and counts how often; it finds shortest paths where told how many to look at. */
function sourceOf(hops: readonly OracleHop[], mostShortest?: number): HopSource & { reads: number } {
  const from = (thing: string) =>
    hops
      .filter(({ ends }) => ends.includes(thing))
      .map(({ id, ends: [one, other] }) => ({ id, to: one === thing ? other : one }));
  const source = {
    reads: 0,
    async counts(keys: readonly string[]) {
      source.reads += 1;
      const isThere = (key: string) => things.includes(key) || from(key).length > 0;
      return new Map(keys.filter(isThere).map((key) => [key, from(key).length]));
    },
    async from(keys: readonly string[], limit: number, first: readonly string[] | null) {
      source.reads += 1;
      const order = (to: string) => `${first?.includes(to) ? 0 : 1} ${to}`;
      // Where any will do, those come first that would come last.
      const before = first ? -1 : 1;
      const all = (key: string) =>
        from(key)
          .map(({ to }) => to)
          .sort((a, b) => (order(a) < order(b) ? before : -before));
      return new Map(
        keys.map((key) => [key, { to: all(key).slice(0, limit), isWhole: all(key).length <= limit }]),
      );
    },
    async across(keys: readonly string[], targets: readonly string[]) {
      source.reads += 1;
      const led = (key: string) => from(key).map(({ to }) => to);
      return new Map(keys.map((key) => [key, led(key).filter((to) => targets.includes(to))]));
    },
    async between(pairs: readonly Pair[]) {
      source.reads += 1;
      const ids = ([one, other]: Pair) => from(one).flatMap(({ id, to }) => (to === other ? [id] : []));
      return pairs.map((pair) => ids(pair).sort());
    },
  };
  if (mostShortest === undefined) return source;
  return Object.assign(source, {
    async shortest([one, other]: Pair, maxLength: number, wanted: number) {
      source.reads += 1;
      const all = allPaths(hops, { from: one, to: other, maxLength });
      const shortest = all.filter(({ length }) => length === all[0]?.length).slice(0, mostShortest);
      const ways = shortest.map((path) => path.filter((_, place) => place % 2 === 1));
      const distinct = new Map(ways.map((way) => [way.join(), way]));
      return {
        ways: [...distinct.values()].slice(0, wanted),
        hasMore: distinct.size > wanted,
        isWhole: shortest.length < mostShortest,
      };
    },
  });
}

function hopsOf(pairs: readonly (readonly [string, string])[]): OracleHop[] {
  return pairs.map(([one, other], place) => ({ id: `${one}-${other}-${place % 3}`, ends: [one, other] }));
}

async function find(
  hops: readonly OracleHop[],
  question: Partial<PathQuestion>,
  { budget = plenty, mostShortest }: { budget?: PathBudget; mostShortest?: number } = {},
) {
  const source = sourceOf(hops, mostShortest);
  const whole = { from: 'a', to: 'b', maxLength: 6, through: [], first: 1000, ...question };
  const { paths, cut } = await findPaths(whole, source, budget);
  return {
    paths: paths.map((steps) => steps.flatMap(({ id, to }) => [id, to])),
    cut,
    reads: source.reads,
    expected: allPaths(hops, whole),
  };
}

const graph = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom(...things), fc.constantFrom(...things), fc.integer({ min: 0, max: 2 })),
    { maxLength: 24, selector: ([one, other, number]) => `${[one, other].sort().join('-')}-${number}` },
  )
  .map((hops) =>
    hops.map(([one, other, number]): OracleHop => ({ id: `${one}-${other}-${number}`, ends: [one, other] })),
  );
const question = fc.record({
  maxLength: fc.integer({ min: 1, max: 6 }),
  through: fc.uniqueArray(fc.constantFrom(...things.slice(2)), { maxLength: 2 }),
  first: fc.integer({ min: 1, max: 30 }),
});

// How many shortest paths a source looks at that can find them: none, too few, enough.
const mostShortest = fc.constantFrom(undefined, 1, 3, 1000);

describe('the search for paths', () => {
  it('finds what plain depth-first search finds, in the same order, within 2 + 4 * maxLength reads', async () => {
    const unasked = fc.constantFrom(0, 3, 300);
    await fc.assert(
      fc.asyncProperty(graph, question, mostShortest, unasked, async (hops, asked, mostShortest, unasked) => {
        const options = { mostShortest, budget: { ...plenty, unasked } };
        const { paths, cut, reads, expected } = await find(hops, asked, options);
        expect(paths).toEqual(expected.slice(0, asked.first));
        if (paths.length < expected.length) expect(cut).toBe('PATHS');
        if (paths.length < asked.first) expect(cut).toBeNull();
        expect(reads).toBeLessThanOrEqual(2 + 4 * asked.maxLength);
      }),
      { numRuns: 1000 },
    );
  });

  it('says so wherever its bounds may have kept a path from it, and gives real paths only', async () => {
    const small = fc.record({
      hops: fc.integer({ min: 1, max: 60 }),
      hopsOfThing: fc.integer({ min: 1, max: 4 }),
      steps: fc.integer({ min: 1, max: 60 }),
      unasked: fc.integer({ min: 0, max: 20 }),
    });
    let cuts = 0;
    await fc.assert(
      fc.asyncProperty(graph, question, mostShortest, small, async (hops, asked, mostShortest, budget) => {
        const { paths, cut, reads, expected } = await find(hops, asked, { mostShortest, budget });
        const real = new Set(expected.map(String));
        expect(paths.filter((path) => !real.has(String(path)))).toEqual([]);
        if (cut === null) expect(paths).toEqual(expected);
        if (cut === 'PATHS') expect(paths).toEqual(expected.slice(0, asked.first));
        if (cut !== null && cut !== 'PATHS') cuts += 1;
        expect(reads).toBeLessThanOrEqual(2 + 4 * asked.maxLength);
      }),
      { numRuns: 3000 },
    );
    expect(cuts).toBeGreaterThan(100);
  });

  const spokesOf = (hub: string) =>
    Array.from({ length: 30 }, (_, place): [string, string] => [hub, `spoke-of-${hub}-${place}`]);

  describe.each([0, 300])('past %i hops asks which lead across', (unasked) => {
    const few = { budget: { hops: 100, hopsOfThing: 3, steps: 200, unasked } };

    it('crosses a hub without reading all of it', async () => {
      const hops = hopsOf([['a', 'h'], ['h', 'zz'], ['zz', 'b'], ['b', 'h'], ...spokesOf('h')]);
      const across = await find(hops, { maxLength: 3 }, few);
      expect([across.paths, across.cut]).toEqual([across.expected, null]);
      expect(across.paths.map((path) => path.length / 2)).toEqual([2, 3]);
      // To go on from the hub would take its other hops too.
      const further = await find(hops, { maxLength: 5 }, few);
      expect([further.paths, further.cut]).toEqual([across.paths, 'HUB']);
    });

    it('crosses from hub to hub, though neither is read whole', async () => {
      const hops = hopsOf([['zz', 'yy'], ...spokesOf('zz'), ...spokesOf('yy')]);
      const { paths, cut } = await find(hops, { from: 'zz', to: 'yy', maxLength: 1 }, few);
      expect([paths, cut]).toEqual([[['zz-yy-0', 'yy']], null]);
    });
  });

  it('reads nothing more of what is not there', async () => {
    const hops = hopsOf([['a', 'c']]);
    for (const mostShortest of [undefined, 10]) {
      const { paths, cut, reads } = await find(hops, { to: 'nowhere' }, { mostShortest });
      expect({ paths, cut, reads }).toEqual({ paths: [], cut: null, reads: 1 });
    }
  });

  it('searches no further where the shortest paths that a source finds are enough', async () => {
    const hops = hopsOf([['a', 'c'], ['c', 'b'], ['a', 'd'], ['d', 'b'], ['d', 'c'], ...spokesOf('c')]);
    const { paths, cut, reads, expected } = await find(hops, { first: 2 }, { mostShortest: 10 });
    expect([paths, cut]).toEqual([expected.slice(0, 2), 'PATHS']);
    expect(reads).toBe(2);
  });
});
