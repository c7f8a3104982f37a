import { type Span, spanKey } from './span.ts';

/** Something to draw: its key, when it happened, and how long its label is in pixels. */
export type Item = { readonly key: string; readonly span: Span; readonly labelWidth: number };

/** Items that are drawn as one, and the time that they cover together: null at an end that one of them leaves open. */
export type Cluster = {
  readonly items: readonly Item[];
  readonly start: number | null;
  readonly end: number | null;
};

/** All sorts of spans, in the order of the rows they are drawn in. */
export const sorts = ['long', 'until', 'since', 'brief'] as const;

/** Long or brief beside a cell of time; or open at its beginning, or only at its end. */
export type Sort = (typeof sorts)[number];

/** How fine the clusters are. */
export type Grain = {
  /** The length of a cell of time, in days: what is no longer than half of it is brief. */
  readonly cell: number;
  /** How often the clusters were found to be too many: each time they are coarser. */
  readonly raise: number;
};

/** Makes clusters of some items, of one sort at a time. */
export type Clustering = (sort: Sort, grain: Grain) => readonly Cluster[];

/**
 * Joins items to clusters. Brief ones are joined that lie in one cell, which doubles with each raise. Long ones are joined
 * that have the same date; then those of the same stretch, whatever is doubtful about it; then those that lie in one cell.
 * Open ones all go on to the same edge of what is seen: those of the same date are joined, then all of them.
 *
 * Cells are of time and not of the screen, so that clusters of a grain are the same wherever one looks, and each cell lies
 * in one of those twice as long: raised often enough, a sort is one cluster. Clusters stand in order of time. What was made
 * is kept: frames ask for the same until the scale has doubled.
 */
export function clusteringOf(items: readonly Item[]): Clustering {
  const ordered = inOrder(items);
  const sorted = new Map<number, ReadonlyMap<Sort, readonly Item[]>>();
  const made = new Map<string, readonly Cluster[]>();
  return (sort, grain) => {
    const key = `${sort} ${grain.cell} ${grain.raise}`;
    const known = made.get(key);
    if (known) return known;
    const bySort = sorted.get(grain.cell) ?? grouped(ordered, ({ span }) => sortOf(span, grain.cell));
    sorted.set(grain.cell, bySort);
    const groups = grouped(bySort.get(sort) ?? [], ({ span }) => keyOf(span, sort, grain));
    const clusters = [...groups.values()].map(clusterOf);
    made.set(key, clusters);
    return clusters;
  };
}

function grouped<Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** All of some items, which are given in order of time, as one. */
export function clusterOf(items: readonly Item[]): Cluster {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const { span } of items) {
    start = Math.min(start, startOf(span));
    end = Math.max(end, endOf(span));
  }
  return {
    items,
    start: Number.isFinite(start) ? start : null,
    end: Number.isFinite(end) ? end : null,
  };
}

/** A day is drawn at its middle. */
const startOf = ({ start, end, point }: Span) =>
  start === null ? Number.NEGATIVE_INFINITY : point && end !== null ? (start + end) / 2 : start;
const endOf = ({ start, end, point }: Span) =>
  end === null ? Number.POSITIVE_INFINITY : point && start !== null ? (start + end) / 2 : end;

function inOrder(items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, start: startOf(item.span) }))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
    .map(({ item }) => item);
}

function sortOf(span: Span, cell: number): Sort {
  if (span.start === null) return 'until';
  if (span.end === null) return 'since';
  return endOf(span) - startOf(span) <= cell / 2 ? 'brief' : 'long';
}

function keyOf(span: Span, sort: Sort, { cell, raise }: Grain): string | number {
  const { start, end } = span;
  if (start === null || end === null) return raise === 0 ? spanKey(span) : '';
  const middle = (start + end) / 2;
  if (sort === 'brief') return cellOf(middle, cell * 2 ** raise);
  if (raise === 0) return spanKey(span);
  const wide = cell * 2 ** (raise - 1);
  return sortOf(span, wide) === 'long' ? `${start}/${end}` : cellOf(middle, wide);
}

/** Where cells begin to be counted: before every year that a date can name, so that none of them lies across two halves. */
const origin = -(2 ** 21);

const cellOf = (day: number, cell: number) => Math.floor((day - origin) / cell);
