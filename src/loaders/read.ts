import { readAhead } from '../graph/ahead.ts';
import type { FacetCounts } from '../graph/statements/list.ts';
import { type Read, readStatement, type Take } from '../graph/statements/read.ts';
import { type Maybe, using } from '../maybe.ts';
import type { ReportedBy } from '../model/filters.ts';
import { type Batch, batch, type Source } from './batch.ts';
import { readInOrder } from './ordered.ts';
import { countKey, facetKey, inheritedFrom, type ParentKey, type Reading, readingKey } from './reading.ts';
import { type Page, settle, takeOf } from './settle.ts';

/**
 * Reads what fields ask for: at once where it was read ahead with the parent, else with one statement for all parents
 * that ask for the same in one tick.
 */
export type Reader = {
  /** All rows of the parent's list, where they were read ahead; undefined where they were not. */
  ahead<A extends object, T, P extends object>(
    reading: Reading<A, T, P>,
    args: A,
    parent: P,
  ): T[] | undefined;
  /** A node that was read ahead under a key; undefined where it was not, null where it is not there. */
  node(key: string, id: string): Maybe<{ id: string; kind?: string } | null | undefined>;
  /** The page of the parent's list that the arguments ask for. */
  page<A extends object, T, P extends object>(reading: Reading<A, T, P>, args: A, parent: P): Maybe<Page<T>>;
  /** All rows of the parent's list. */
  all<A extends object, T, P extends object>(reading: Reading<A, T, P>, args: A, parent: P): Maybe<T[]>;
  /** The number of rows in the parent's whole list. */
  count<A extends object, T, P extends object>(reading: Reading<A, T, P>, args: A, parent: P): Maybe<number>;
  /** The number of rows in the parent's whole list for each value of one of its facets. */
  facet<A extends object, T, P extends object>(
    reading: Reading<A, T, P>,
    args: A,
    parent: P,
    facet: string,
  ): Maybe<FacetCounts>;
};

/** The reader of one request. */
export function createReader(source: Source, root: object): Reader {
  const batches = new Map<string, Batch<ParentKey, unknown>>();

  async function load(
    key: string,
    parent: ParentKey,
    day: string | undefined,
    plan: () => Omit<Read, 'key'>,
  ): Promise<unknown> {
    const known = batches.get(key);
    if (known) return known.load(parent);
    const read = { key, ...plan() };
    const inOrder = read.list.ordered && (await readInOrder(source, read));
    if (inOrder !== undefined) return settle(read, inOrder, day);
    const { statement, params } = readStatement(read, source.store);
    const made = batch<ParentKey, unknown, unknown>(source, statement, params, (found) =>
      settle(read, found, day),
    );
    batches.set(key, made);
    return made.load(parent);
  }

  function ask<A extends object, T, P extends object>(
    reading: Reading<A, T, P>,
    given: A,
    parent: P,
    keyFor: (key: string) => string = (key) => key,
    take?: Take,
  ): unknown {
    const args = inheritedFrom(parent, given);
    const key = keyFor(readingKey(reading, args));
    const ahead = readAhead(parent, key);
    if (ahead !== undefined) return ahead;
    const { reportedBy } = args as ReportedBy;
    return load(key, reading.keyOf(parent, args), reportedBy ?? undefined, () => {
      const { list, window } = reading.ask(args);
      return { list, take: take ?? takeOf(window) };
    });
  }

  return {
    node: (key, id) =>
      using(readAhead(root, key) as Maybe<ReadonlyMap<string, { id: string }> | undefined>, (nodes) =>
        nodes?.get(id),
      ),
    ahead: (reading, args, parent) =>
      readAhead(parent, readingKey(reading, inheritedFrom(parent, args))) as never,
    page: (reading, args, parent) => ask(reading, args, parent) as never,
    all: (reading, args, parent) => ask(reading, args, parent) as never,
    count: (reading, args, parent) => ask(reading, args, parent, countKey, { kind: 'COUNT' }) as never,
    facet: (reading, args, parent, facet) =>
      ask(reading, args, parent, (key) => facetKey(key, facet), { kind: 'FACET', facet }) as never,
  };
}
