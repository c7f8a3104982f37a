import { hopCounts, hopsFrom, type Prepared } from '../graph/statements/hop.ts';
import {
  entitiesReported,
  relationshipsAmong,
  type Weight,
  weights,
} from '../graph/statements/neighborhood.ts';
import type { HopFilter } from '../model/hops.ts';
import type { Relationship } from '../model/things.ts';
import type { Source } from './batch.ts';
import type { HopSource } from './paths/hop-source.ts';

/** Reads the hops of one filter, each call with one statement. */
export type HopReader = HopSource & {
  /** Those of some entities that could be known on the day the filter asks of; all where it asks of none. */
  known(entities: readonly string[]): Promise<readonly string[]>;
  /** How well connected each entity is. */
  weights(entities: readonly string[]): Promise<ReadonlyMap<string, Weight>>;
  /** The relationships whose two ends are among some entities, by id, at most `limit`. */
  among(entities: readonly string[], limit: number): Promise<readonly Relationship[]>;
};

/** Creates the reader of the hops of a filter. */
export function createHopReader({ store, options }: Source, filter: HopFilter): HopReader {
  /** What a statement found for each key, by the key's place. */
  async function read<T>({ statement, params }: Prepared<T>, keys: readonly (string | readonly string[])[]) {
    const [row] = await store.read(statement, { ...params, keys }, options);
    if (!row || row.d.length !== keys.length) throw new Error(`${statement.name} gave no answer for a key`);
    return row.d;
  }
  const named = <T>(things: readonly string[], found: readonly (readonly [number, T])[]) =>
    new Map(found.map(([place, value]) => [things[place] ?? '', value]));

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
          const hops = [...relationships.slice(0, limit), ...participations.slice(0, limit)];
          return [thing, { hops, isWhole: hops.length === relationships.length + participations.length }];
        }),
      );
    },
    async known(entities) {
      const { reportedBy } = filter;
      if (!reportedBy || entities.length === 0) return entities;
      const found = await read({ statement: entitiesReported, params: { reportedBy } }, entities);
      return found.flatMap(([, ids]) => ids);
    },
    weights: async (entities) => named(entities, await read(weights(filter), entities)),
    async among(entities, limit) {
      const [[, found]] = (await read(relationshipsAmong(filter, limit), [entities])) as [
        [number, Relationship[]],
      ];
      return found;
    },
  };
}
