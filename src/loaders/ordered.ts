import type { List, Window } from '../graph/statements/list.ts';
import { type Read, readStatement } from '../graph/statements/read.ts';
import { bucketUnits } from '../time/bucket.ts';
import type { Source } from './batch.ts';

/** What lists that are kept in order can be counted by. */
const countable = ['KIND', ...bucketUnits] as const;

type Ordered = NonNullable<List<object>['ordered']>;

/**
 * Reads a list that the engine keeps in order, the way it does that best: its ids first, then what is wanted of each. Gives
 * what the statement of the read would give for a parent; undefined where that statement does better.
 */
export async function readInOrder(source: Source, read: Read): Promise<unknown> {
  const { ordered } = read.list;
  if (!ordered) return undefined;
  const { store, options } = source;
  switch (read.take.kind) {
    case 'PAGE':
      return readPage(source, read, ordered, read.take.window);
    case 'COUNT': {
      const counts = await store.orderedCounts(ordered.filter, 'KIND', options);
      return counts?.reduce((sum, [, count]) => sum + count, 0);
    }
    case 'FACET': {
      const by = countable.find((one) => one === (read.take as { readonly facet: string }).facet);
      return (by && (await store.orderedCounts(ordered.filter, by, options))) ?? undefined;
    }
    case 'ALL':
      return undefined;
  }
}

async function readPage(
  { store, options }: Source,
  read: Read,
  { filter, backwards, byIds }: Ordered,
  { limit, after, before, ...window }: Window,
): Promise<unknown> {
  const [start, end] = backwards ? [before, after] : [after, before];
  const ids = await store.orderedIds(
    { ...filter, limit, backwards: backwards !== window.backwards, after: keyOf(start), before: keyOf(end) },
    options,
  );
  if (ids === null) return undefined;
  const { name, variables, order, facets, record } = read.list;
  const list = {
    name,
    variables,
    order,
    facets,
    record,
    match: ({ id }: { readonly id: string }) => byIds(id),
    where: [],
    params: {},
  };
  const page = { ...read, list, take: { kind: 'PAGE', window: { ...window, limit } } } as const;
  const { statement, params } = readStatement(page, store);
  const [row] = await store.read(statement, { ...params, keys: [ids] }, options);
  const [found] = row?.d ?? [];
  if (!found) throw new Error(`${statement.name} gave no answer`);
  return found[1];
}

function keyOf(place: Window['after']): string | null {
  const [key] = place ?? [];
  return typeof key === 'string' ? key : null;
}
