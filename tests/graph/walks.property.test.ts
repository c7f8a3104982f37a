import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { createLoaders } from '../../src/loaders/index.ts';
import { findNeighborhood, neighborhoodBudget } from '../../src/loaders/neighborhood.ts';
import { findPaths } from '../../src/loaders/paths/find-paths.ts';
import { pathBudget } from '../../src/loaders/paths/hop-source.ts';
import type { HopFilter } from '../../src/model/hops.ts';
import { describeOnEachEngine } from '../engines.ts';
import { generateDossiers } from '../support/generated.ts';
import { createHopOracle, type DatedHop } from '../support/hop-oracle.ts';
import { allPaths, distances } from '../support/path-oracle.ts';

const dossiers = generateDossiers(42, { entities: 210, relationships: 520, events: 110 });
const oracle = createHopOracle(dossiers);
const entities = [...new Set(dossiers.flatMap((dossier) => dossier.entities.map(({ id }) => id)))].sort();
const events = dossiers.flatMap((dossier) => dossier.events.map(({ id }) => id));
const ends = oracle({ events: true }).flatMap((hop) => hop.ends);
const degreeOf = (id: string) => ends.filter((end) => end === id).length;
const hubs = entities.toSorted((a, b) => degreeOf(b) - degreeOf(a)).slice(0, 15);
// Half of the questions are about hubs, so that there is something to be found.
const entity = fc.oneof(fc.constantFrom(...entities), fc.constantFrom(...hubs));
const thing = fc.oneof(
  { weight: 4, arbitrary: entity },
  { weight: 1, arbitrary: fc.constantFrom(...events) },
);

const filters: readonly HopFilter[] = [
  {},
  { events: true },
  { types: ['HOLDS_POSITION', 'FOUNDED', 'PARTNER_OF'] },
  { types: [], events: true },
  { asOf: '2018-02-20' },
  { asOf: '2018-02-20', certainty: ['CERTAIN'], events: true },
  { asOf: '2016-03-01', certainty: ['POSSIBLE', 'NO'], events: true },
  { reportedBy: '2018-12-31', events: true },
  { asOf: '2018-02-20', certainty: ['CERTAIN', 'POSSIBLE'], reportedBy: '2018-12-31', events: true },
];

/** Entities with their distance and degree: nearer first, then better connected, then more recent, then by id. */
function ranked(near: ReadonlyMap<string, number>, all: readonly DatedHop[]): [string, number, number][] {
  const nodes = [...near].map(([id, distance]) => {
    const own = all.filter((hop) => hop.ends.includes(id));
    const recent =
      own
        .map(({ certainFrom }) => certainFrom ?? '')
        .sort()
        .at(-1) ?? '';
    return { id, distance, degree: own.length, recent };
  });
  return nodes
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        b.degree - a.degree ||
        Number(a.recent < b.recent) - Number(a.recent > b.recent) ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ id, distance, degree }) => [id, distance, degree]);
}

describeOnEachEngine('walks through a generated graph', (open) => {
  let store: GraphStore;
  let statements = 0;
  let found = 0;
  const hops = (filter: HopFilter) => {
    const read: GraphStore['read'] = (statement, params, options) => {
      statements += 1;
      return store.read(statement, params, options);
    };
    statements = 0;
    return createLoaders({ store: { ...store, read }, options: {} }).hops(filter);
  };

  beforeAll(async () => {
    store = await open();
    await loadDossiers(store, dossiers);
  }, 300_000);

  const questions = fc.record({
    from: entity,
    to: thing,
    maxLength: fc.integer({ min: 1, max: 4 }),
    first: fc.constantFrom(1, 10, 100),
    through: fc.oneof(fc.constant<string[]>([]), fc.uniqueArray(thing, { minLength: 1, maxLength: 2 })),
    avoid: fc.uniqueArray(thing, { maxLength: 3 }),
  });

  it.each(filters)('finds the paths that an oracle in memory finds: %o', async (filter) => {
    await fc.assert(
      fc.asyncProperty(questions, async ({ avoid, ...question }) => {
        fc.pre(
          question.from !== question.to && ![question.from, question.to].some((end) => avoid.includes(end)),
        );
        const filtered = { ...filter, avoid };
        const through = question.through.filter((one) => one !== question.from && one !== question.to);
        const { paths, cut } = await findPaths({ ...question, through }, hops(filtered));
        expect(statements).toBeLessThanOrEqual(2 + 4 * question.maxLength);
        const expected = allPaths(oracle(filtered), { ...question, through });
        const steps = paths.map((path) => path.flatMap(({ id, to }) => [id, to]));
        expect(steps).toEqual(expected.slice(0, question.first));
        if (expected.length > question.first) expect(cut).toBe('PATHS');
        if (expected.length < question.first) expect(cut).toBeNull();
        found += paths.length;
      }),
      { numRuns: 20 },
    );
  });

  it('has found paths to compare', () => expect(found).toBeGreaterThan(100));

  it('says where hubs or too much to read kept it from looking, and finds nothing that is not there', async () => {
    const cuts = new Set<string | null>();
    const small = fc.record({
      hops: fc.integer({ min: 5, max: 400 }),
      hopsOfThing: fc.integer({ min: 1, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(entity, entity, small, async (from, to, bounds) => {
        fc.pre(from !== to);
        const question = { from, to, maxLength: 3, through: [], first: 5 };
        const { paths, cut } = await findPaths(question, hops({}), { ...pathBudget, ...bounds });
        const expected = allPaths(oracle({}), question).map(String);
        const steps = paths.map((path) => String(path.flatMap(({ id, to: next }) => [id, next])));
        expect(steps.filter((path) => !expected.includes(path))).toEqual([]);
        if (cut === null) expect(steps).toEqual(expected);
        if (cut === 'PATHS') expect(steps).toEqual(expected.slice(0, 5));
        expect(statements).toBeLessThanOrEqual(2 + 4 * question.maxLength);
        cuts.add(cut);
      }),
      { numRuns: 80 },
    );
    expect([...cuts].sort()).toEqual(['HUB', 'PATHS', 'VISITED', null]);
  });

  /** Whether an article published by the day that a filter asks of speaks of an entity. */
  const isKnown =
    ({ reportedBy }: HopFilter) =>
    (entity: string) =>
      dossiers.some(
        ({ article, entities }) =>
          (!reportedBy || article.published <= reportedBy) && entities.some(({ id }) => id === entity),
      );

  const surroundings = fc.record({
    roots: fc.uniqueArray(entity, { minLength: 1, maxLength: 3 }),
    depth: fc.integer({ min: 1, max: 3 }),
    first: fc.constantFrom(3, 30, 500),
  });

  it.each<HopFilter>([
    {},
    { types: ['HOLDS_POSITION', 'SUBCLASS_OF'] },
    { kinds: ['Person', 'Concept'] },
    { asOf: '2018-02-20', certainty: ['CERTAIN'] },
    { asOf: '2018-02-20', reportedBy: '2018-12-31', kinds: ['Organization', 'Person'] },
  ])('finds the neighbourhood that an oracle in memory finds: %o', async (filter) => {
    await fc.assert(
      fc.asyncProperty(surroundings, async (question) => {
        const filtered = { ...filter, unlessOneOf: question.roots };
        const { nodes, relationships, cut } = await findNeighborhood(question, hops(filtered));
        expect(statements).toBeLessThanOrEqual((filter.reportedBy ? 3 : 2) + 2 * question.depth);
        const all = oracle(filtered);
        const near = distances(all, question.roots.filter(isKnown(filter)), question.depth);
        const expected = ranked(near, all).slice(0, question.first);
        expect(nodes.map(({ id, distance, degree }) => [id, distance, degree])).toEqual(expected);
        expect(cut).toBe(near.size > question.first);
        const chosen = new Set(nodes.map(({ id }) => id));
        // Every relationship among them, once.
        const among = all.filter(({ ends }) => ends.every((end) => chosen.has(end)));
        expect(relationships.map(({ id }) => id)).toEqual(among.map(({ id }) => id).sort());
        const hasMore = nodes.map(({ id }) =>
          all.some(({ ends }) => ends.includes(id) && ends.some((end) => !chosen.has(end))),
        );
        expect(nodes.map((node) => node.hasMore)).toEqual(hasMore);
      }),
      { numRuns: 12 },
    );
  });

  it('says where a bound kept it from looking, and has nothing in a neighbourhood that is not there', async () => {
    const cuts = new Set<boolean>();
    const small = fc.record({
      hopsOfRoots: fc.constantFrom(3, 20, 1_000),
      hops: fc.constantFrom(3, 20, 100, 5_000),
      candidates: fc.constantFrom(5, 40, 1_000),
    });
    await fc.assert(
      fc.asyncProperty(surroundings, small, async (question, bounds) => {
        const budget = { ...neighborhoodBudget, ...bounds };
        const { nodes, relationships, cut } = await findNeighborhood(question, hops({}), budget);
        expect(statements).toBeLessThanOrEqual(2 + 4 * question.depth);
        const all = oracle({});
        const near = distances(all, question.roots, question.depth);
        if (!cut) expect(nodes.map(({ id }) => id)).toEqual(ranked(near, all).map(([id]) => id));
        expect(nodes.length).toBeLessThanOrEqual(question.first);
        for (const { id, distance } of nodes)
          expect(distance).toBeGreaterThanOrEqual(near.get(id) ?? Number.POSITIVE_INFINITY);
        const chosen = new Set(nodes.map(({ id }) => id));
        const among = all.filter(({ ends }) => ends.every((end) => chosen.has(end)));
        expect(relationships.map(({ id }) => id)).toEqual(among.map(({ id }) => id).sort());
        cuts.add(cut);
      }),
      { numRuns: 60 },
    );
    expect([...cuts].sort()).toEqual([false, true]);
  });
});
