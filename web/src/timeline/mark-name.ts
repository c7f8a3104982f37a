import type { Item } from './clusters.ts';
import type { Mark } from './marks.ts';
import type { DrawnEvent } from './timeline-query.ts';

type Words = {
  readonly oneMark: (title: string, date: string) => string;
  readonly manyMark: (count: number, from: string, to: string) => string;
};

/** What a mark is called by those who do not see it: of several events, the dates that begin first and end last. */
export function nameOf(
  { items }: Pick<Mark, 'items'>,
  events: ReadonlyMap<string, DrawnEvent>,
  words: Words,
): string {
  const first = events.get(items[0]?.key ?? '');
  const last = events.get(lastOf(items)?.key ?? '');
  if (items.length === 1) return words.oneMark(first?.title ?? '', first?.date?.label ?? '');
  return words.manyMark(items.length, first?.date?.label ?? '', last?.date?.label ?? '');
}

/** The item that ends last: not the one that begins last, where one lies within another. */
function lastOf(items: readonly Item[]): Item | undefined {
  const endOf = ({ span }: Item) => span.end ?? Number.POSITIVE_INFINITY;
  return items.reduce<Item | undefined>(
    (last, item) => (last && endOf(last) > endOf(item) ? last : item),
    undefined,
  );
}
