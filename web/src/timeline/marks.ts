import {
  type Cluster,
  type Clustering,
  clusteringOf,
  clusterOf,
  type Item,
  type Sort,
  sorts,
} from './clusters.ts';
import { type Extent, extentOf } from './span.ts';

/** What is drawn for one item, or for several that would lie upon one another. */
export type Mark = Extent & {
  /** The items it stands for; each item in view stands in exactly one mark. */
  readonly items: readonly Item[];
  readonly row: number;
  /** How much room its label has, and at which side. No room is no label. */
  readonly label: { readonly side: 'left' | 'right' | 'inside'; readonly room: number };
};

/** How the marks of a lane lie. */
export type Layout = { readonly marks: readonly Mark[]; readonly rows: number };

/** The line a lane is drawn on. */
export type Line = {
  readonly x: (day: number) => number;
  /** How many pixels a day has. */
  readonly scale: number;
  readonly width: number;
  /** At most so many marks one below another; four at least. */
  readonly maxRows: number;
};

type Shape = Extent & { readonly items: readonly Item[] };
type Taken = Extent & { readonly mark: Mark };

/** The half of what a point or a cluster takes, and the least distance of two marks in a row. */
const half = 10;
const gap = 6;
/** A cell of time, of which a cluster is made, is as wide as this at least, and less than twice as wide. */
const cellWidth = 44;
const longestLabels = [420, 220] as const;
const shortestLabel = 48;
/** More than this are not laid out with their labels first: they would not all fit, and trying takes time. */
const fewEnough = 60;
/** Of no more than this, what lies in one cell is only joined where it is more than three. */
const notMany = 180;
const apart = 3;
/** More marks are not drawn with all sorts in all rows, and not of the long ones: they are neither read nor drawn fast. */
const mostMarks = 60;
const mostLong = 24;

/**
 * What lays out the items of a lane for a line: each with its label, if there is room; else each alone, if there is room;
 * else those that are near one another as clusters, as clusteringOf makes them. What can be kept for the next line is.
 */
export function layouter(items: readonly Item[]): (line: Line) => Layout {
  const clusters = clusteringOf(items);
  return (line) => {
    const few = fewInView(items, line);
    return (few && spacious(few, line)) ?? crowded(clusters, line);
  };
}

/** Lays out a few items, if there is room for each, or for each but those of which many are in one place. */
function spacious(few: readonly Item[], line: Line): Layout | undefined {
  if (few.length <= fewEnough) {
    const alone = few.map((item) => clusterOf([item]));
    for (const longest of longestLabels) {
      const layout = packed(inView(alone, line), line, longest);
      if (layout) return layout;
    }
  }
  const clusters = clusteringOf(few);
  const joined = sorts.flatMap((sort) => clusters(sort, { cell: cellDays(line), raise: 0 }));
  const loose = joined.flatMap((one) =>
    one.items.length > apart ? one : one.items.map((item) => clusterOf([item])),
  );
  return packed(inView(loose, line), line, 0);
}

/** The items in view, unless they are many. */
function fewInView(items: readonly Item[], { x, width }: Line): readonly Item[] | undefined {
  const few: Item[] = [];
  for (const item of items) {
    if (extentOf(item.span, x, width) && few.push(item) > notMany) return undefined;
  }
  return few;
}

/** The length of a cell in days: a power of two, so that it changes now and then while one zooms, and not always. */
const cellDays = ({ scale }: Line) => 2 ** Math.ceil(Math.log2(cellWidth / scale));

/** What of some clusters is in view: of one that an edge cuts, only the items that are, as each is in view or is not. */
function inView(clusters: readonly Cluster[], line: Line): readonly Shape[] {
  const { x, scale, width } = line;
  const shapes: Shape[] = [];
  for (const cluster of clusters) {
    // A day is drawn at its middle, and in view where any of it is. Within a day of an edge, its items are asked.
    const x0 = cluster.start === null ? Number.NEGATIVE_INFINITY : x(cluster.start) - scale;
    const x1 = cluster.end === null ? Number.POSITIVE_INFINITY : x(cluster.end) + scale;
    if (x1 < 0 || x0 > width) continue;
    if (x0 >= 0 && x1 <= width) shapes.push(shapeOf(cluster, line));
    else {
      const items = cluster.items.filter(({ span }) => extentOf(span, x, width));
      if (items.length > 0)
        shapes.push(shapeOf(items.length < cluster.items.length ? clusterOf(items) : cluster, line));
    }
  }
  return shapes.sort((a, b) => a.x0 - b.x0);
}

const shapeOf = ({ items, start, end }: Cluster, { x, width }: Line): Shape => ({
  x0: start === null ? 0 : x(start),
  x1: end === null ? width : x(end),
  items,
});

/**
 * Lays out clusters: all sorts in all rows if they fit, else each sort in rows of its own, as each long one alone would
 * take a row from all that is brief. What the others leave is for the long ones: they gain most by it.
 */
function crowded(clusters: Clustering, line: Line): Layout {
  const grain = { cell: cellDays(line), raise: 0 };
  const finest = sorts.flatMap((sort) => clusters(sort, grain));
  const shapes = inView(finest, line);
  const together = shapes.length <= mostMarks && packed(shapes, line, 0);
  if (together) return together;
  const others = {
    until: banded(clusters, 'until', { ...line, maxRows: 1 }),
    since: banded(clusters, 'since', { ...line, maxRows: 1 }),
    // Of three brief clusters in a row the outer two never meet: see clusteringOf.
    brief: banded(clusters, 'brief', { ...line, maxRows: Math.min(2, line.maxRows - 3) }),
  };
  const taken = Object.values(others).reduce((sum, { rows }) => sum + rows, 0);
  const long = banded(clusters, 'long', { ...line, maxRows: line.maxRows - taken });
  return stacked(sorts.map((sort) => ({ ...others, long })[sort]));
}

/** Layouts one below another. */
function stacked(layouts: readonly Layout[]): Layout {
  const marks: Mark[] = [];
  let rows = 0;
  for (const layout of layouts) {
    for (const mark of layout.marks) marks.push({ ...mark, row: mark.row + rows });
    rows += layout.rows;
  }
  return { marks, rows };
}

/**
 * The finest clusters of a sort that fit into its rows, of which it has one at least. It ends: raised often enough, a sort
 * is one cluster.
 */
function banded(clusters: Clustering, sort: Sort, line: Line): Layout {
  const bounded = { ...line, maxRows: Math.max(1, line.maxRows) };
  const cell = cellDays(line);
  for (let raise = 0; ; raise += 1) {
    const shapes = inView(clusters(sort, { cell, raise }), line);
    const layout = (sort !== 'long' || shapes.length <= mostLong) && packed(shapes, bounded, 0);
    if (layout) return layout;
  }
}

/**
 * Puts shapes into rows without overlap, with labels up to a length; undefined where more rows are needed than there
 * are.
 */
function packed(shapes: readonly Shape[], line: Line, longest: number): Layout | undefined {
  const rows: Taken[][] = [];
  for (const shape of shapes) {
    const label = longest > 0 ? labelOf(shape, line, longest) : noLabel;
    const row = freeRow(rows, reach(shape, label));
    if (row >= line.maxRows) return undefined;
    take(rows, shape, row, label);
  }
  return { marks: longest > 0 ? marksOf(rows) : labelled(rows, line), rows: rows.length };
}

const noLabel: Mark['label'] = { side: 'right', room: 0 };

/** Where a label would stand: within a long span, else to its right, else to its left. */
function labelOf({ x0, x1, items }: Shape, { width }: Line, longest: number): Mark['label'] {
  const wanted = Math.min(items.length > 1 ? 0 : (items[0]?.labelWidth ?? 0), longest);
  const inside = Math.min(x1, width) - Math.max(x0, 0) - 2 * gap;
  if (wanted === 0) return noLabel;
  if (inside >= wanted) return { side: 'inside', room: wanted };
  const right = width - Math.max(x1, 0) - half - gap;
  const left = x0 - half - gap;
  if (right >= wanted) return { side: 'right', room: wanted };
  if (left >= wanted) return { side: 'left', room: wanted };
  // There is room for a part of it at best: where most of it fits.
  const most = Math.max(right, left, inside);
  if (most < shortestLabel) return noLabel;
  return { side: most === right ? 'right' : most === left ? 'left' : 'inside', room: most };
}

/** All that a shape and its label take. */
function reach({ x0, x1 }: Extent, { side, room }: Mark['label']): Extent {
  const left = Math.min(x0, (x0 + x1) / 2 - half) - (side === 'left' ? room : 0);
  const right = Math.max(x1, (x0 + x1) / 2 + half) + (side === 'right' ? room : 0);
  return { x0: left - gap, x1: right + gap };
}

function freeRow(rows: readonly (readonly Taken[])[], wanted: Extent): number {
  const free = rows.findIndex((row) => row.every((taken) => taken.x1 <= wanted.x0 || taken.x0 >= wanted.x1));
  return free < 0 ? rows.length : free;
}

function take(rows: Taken[][], shape: Shape, row: number, label: Mark['label']): void {
  const mark = { ...shape, row, label };
  const taken = { ...reach(shape, label), mark };
  const there = rows[row];
  if (there) there.push(taken);
  else rows.push([taken]);
}

const marksOf = (rows: readonly (readonly Taken[])[]) => rows.flatMap((row) => row.map(({ mark }) => mark));

/** Gives single marks a label where their row has room up to the next mark. */
function labelled(rows: readonly (readonly Taken[])[], { width }: Line): readonly Mark[] {
  return rows.flatMap((row) => {
    const inOrder = [...row].sort((a, b) => a.x0 - b.x0);
    return inOrder.map(({ mark, x1 }, place) => {
      const room = Math.min(
        (inOrder[place + 1]?.x0 ?? width) - x1,
        mark.items[0]?.labelWidth ?? 0,
        longestLabels[1],
      );
      const fits = mark.items.length === 1 && room >= shortestLabel;
      return fits ? { ...mark, label: { side: 'right' as const, room } } : mark;
    });
  });
}
