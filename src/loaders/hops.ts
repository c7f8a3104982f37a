import { hopTypes } from '../graph/statements/filters/hop.ts';
import {
  type HopsBetween,
  hopCounts,
  hopsAcross,
  hopsBetween,
  hopsFrom,
  type Prepared,
} from '../graph/statements/hop.ts';
import {
  type Candidate,
  entitiesReported,
  relationshipsAmong,
  type Step,
  stepCandidates,
  type Weight,
  weights,
} from '../graph/statements/neighborhood.ts';
import { isBySortAlone, shortestPaths } from '../graph/statements/path.ts';
import type { HopFilter } from '../model/hops.ts';
import type { Entity, Relationship } from '../model/things.ts';
import type { RelationshipKey } from './as-known.ts';
import type { Batch, Source } from './batch.ts';
import type { HopSource } from './paths/hop-source.ts';

export type { Candidate, Step, Weight } from '../graph/statements/neighborhood.ts';

/** Reads the hops of one filter, each call with one statement. */
export type HopReader = HopSource & {
  /** Those of some entities that could be known on the day the filter asks of; all where it asks of none. */
  known(entities: readonly string[]): Promise<readonly string[]>;
  /**
   * The entities that a step leads to, but for some: the best connected first, whatever the filter asks but the sort of
   * hop, at most `most`.
   */
  candidates(step: Step, except: readonly string[], most: number): Promise<readonly Candidate[]>;
  /** Whether the counts of hops are the degrees among weights: then nothing else is asked of a relationship. */
  readonly countsAreDegrees: boolean;
  /** How well connected each entity is. */
  weights(entities: readonly string[]): Promise<ReadonlyMap<string, Weight>>;
  /** The relationships whose two ends are among some entities, by id, at most `limit`. */
  among(entities: readonly string[], limit: number): Promise<readonly Relationship[]>;
};

/** The loaders of a request that are given what is read along with hops. */
type Primed = {
  readonly entities: Batch<string, Entity | null>;
  readonly relationships: Batch<RelationshipKey, Relationship | null>;
};

/** How many shortest paths an engine is asked for, to know which of them come first. */
const mostShortest = 5_000;

/** What a statement found for each key, by the key's place. */
type ReadKeys = <T>(
  prepared: Prepared<T>,
  keys: readonly (string | readonly string[])[],
) => Promise<readonly (readonly [number, T])[]>;

/** What a statement found for the one key that it is asked for. */
type ReadOne = <T>(prepared: Prepared<T>, key: string | readonly string[]) => Promise<T>;

/** Creates the reader of the hops of a filter. */
export function createHopReader(source: Source, filter: HopFilter, primed: Primed): HopReader {
  const read: ReadKeys = async ({ statement, params }, keys) => {
    const [row] = await source.store.read(statement, { ...params, keys }, source.options);
    if (!row || row.d.length !== keys.length) throw new Error(`${statement.name} gave no answer for a key`);
    return row.d;
  };
  const readOne: ReadOne = async (prepared, key) => {
    const [pair] = await read(prepared, [key]);
    if (!pair) throw new Error(`${prepared.statement.name} gave no answer`);
    return pair[1];
  };
  const named = <T>(things: readonly string[], found: readonly (readonly [number, T])[]) =>
    new Map(found.map(([place, value]) => [things[place] ?? '', value]));
  const { shortest, between } = createPairReader(source, filter, primed, { read, readOne });

  return {
    async counts(things) {
      const found = named(things, await read(hopCounts(filter), things));
      return new Map([...found].flatMap(([thing, [count]]) => (count === undefined ? [] : [[thing, count]])));
    },
    async from(things, limit, first) {
      // One more than wanted tells whether there are more.
      const found = named(things, await read(hopsFrom(filter, limit + 1, first), things));
      return new Map(
        [...found].map(([thing, { relationships, participations }]) => {
          const to = [...relationships.slice(0, limit), ...participations.slice(0, limit)];
          return [thing, { to, isWhole: to.length === relationships.length + participations.length }];
        }),
      );
    },
    async known(entities) {
      const { reportedBy } = filter;
      if (!reportedBy || entities.length === 0) return entities;
      const found = await read({ statement: entitiesReported, params: { reportedBy } }, entities);
      return found.flatMap(([, ids]) => ids);
    },
    async across(things, targets) {
      const found = named(things, await read(hopsAcross(filter, targets), things));
      return new Map(
        [...found].map(([thing, { relationships, participations }]) => {
          return [thing, [...relationships, ...participations]];
        }),
      );
    },
    between,
    ...(isBySortAlone(filter) && { shortest }),
    countsAreDegrees: isBySortAlone(filter) && !filter.events,
    candidates: (step, except, most) => readOne(stepCandidates(filter, step, except, most), step.things),
    weights: async (entities) => named(entities, await read(weights(filter), entities)),
    among: (entities, limit) => readOne(relationshipsAmong(filter, entities, limit, source.store), entities),
  };
}

/** Reads shortest ways, and the hops between two things: what is read along with the ways is not asked again. */
function createPairReader(
  { store, options }: Source,
  filter: HopFilter,
  { entities, relationships: known }: Primed,
  { read, readOne }: { readonly read: ReadKeys; readonly readOne: ReadOne },
): Required<Pick<HopSource, 'shortest' | 'between'>> {
  const keyOf = (pair: readonly string[]) => pair.join(' ');
  const alongWays = new Map<string, readonly string[]>();

  /** The ids of hops; the things and relationships that were read with them need not be asked again. */
  const idsOf = ({ relationships, participations, ends }: HopsBetween): readonly string[] => {
    for (const entity of ends) entities.prime(entity.id, entity);
    for (const one of relationships) known.prime([one.fromId, one.id, one.toId], one);
    return [...relationships.map(({ id }) => id), ...participations];
  };

  return {
    async shortest(pair, maxLength, wanted) {
      const [from, to] = pair;
      // One way more than wanted tells whether there are more.
      const request = { from, to, types: hopTypes(filter), maxLength, wanted: wanted + 1 };
      const kept = await store.shortestWays(request, options);
      if (kept) {
        const { ways, sizes } = kept;
        return { ways: ways.slice(0, wanted), hasMore: ways.length > wanted, isWhole: true, sizes };
      }
      const statement = shortestPaths(filter, { maxLength, wanted, most: mostShortest });
      const { found, foundWays, ways, along } = await readOne(statement, pair);
      for (const { pair, ...hops } of along) alongWays.set(keyOf(pair), idsOf(hops));
      return { ways, hasMore: foundWays > wanted, isWhole: found < mostShortest };
    },
    async between(pairs) {
      const kept = pairs.flatMap((pair) => [alongWays.get(keyOf(pair))].filter((ids) => ids !== undefined));
      if (kept.length === pairs.length) return kept;
      const hops = pairs.map((): readonly string[] => []);
      for (const [place, found] of await read(hopsBetween(filter), pairs)) hops[place] = idsOf(found);
      return hops;
    },
  };
}
