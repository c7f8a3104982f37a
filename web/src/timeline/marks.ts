import { type Extent, extentOf, type Span, spanKey } from './span.ts';

/** Something to draw: its key, when it happened, and how long its label is in pixels. */
export type Item = { readonly key: string; readonly span: Span; readonly labelWidth: number };

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
  /** At most so many marks one below another. */
  readonly maxRows: number;
};

type Shape = Extent & { readonly items: readonly Item[] };
type Taken = Extent & { readonly mark: Mark };

/** The half of what a point or a cluster takes, and the least distance of two marks in a row. */
const half = 10;
const gap = 6;
/** What is shorter than this is drawn around its middle, and is clustered by cells of time. */
const short = 30;
const cellWidth = 44;
const longestLabels = [420, 220] as const;
const shortestLabel = 48;
/** More than this are not laid out with their labels first: they would not all fit, and trying takes time. */
const fewEnough = 60;

/**
 * Lays out the items of a lane: each with its label, if there is room; else each alone, if there is room; else those that
 * are near one another as clusters. Clusters are made of cells of time and not of the screen, so that none changes while
 * the view moves sideways.
 */
export function layOut(items: readonly Item[], line: Line): Layout {
  const shapes = items.flatMap((item): Shape[] => {
    const extent = extentOf(item.span, line.x, line.width);
    return extent ? [{ ...extent, items: [item] }] : [];
  });
  const sorted = shapes.sort((a, b) => a.x0 - b.x0);
  if (sorted.length <= fewEnough) {
    for (const longest of longestLabels) {
      const alone = packed(sorted, line, longest);
      if (alone) return alone;
    }
  }
  const few = sorted.length <= fewEnough * 3 && packed(clustered(sorted, line, 3), line, 0);
  if (few) return few;
  const joined = clustered(sorted, line, 1);
  return packed(joined, line, 0) ?? squeezed(joined, line);
}

/** Joins short shapes that lie in one cell of time, if there are more than `most`, and long ones of the same date. */
function clustered(shapes: readonly Shape[], { scale }: Line, most: number): readonly Shape[] {
  const cell = cellDays(scale);
  const groups = new Map<string | number, Shape[]>();
  for (const shape of shapes) {
    const key = groupOf(shape, cell);
    const group = groups.get(key);
    if (group) group.push(shape);
    else groups.set(key, [shape]);
  }
  const joined = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length <= most) return group;
    return [joinedOf(group)];
  });
  return joined.sort((a, b) => a.x0 - b.x0);
}

/** The length of a cell: a power of two of days, at least as wide as a cluster. */
const cellDays = (scale: number) => 2 ** Math.ceil(Math.log2(cellWidth / scale));

function groupOf({ items, x0, x1 }: Shape, cell: number): string | number {
  const span = items[0]?.span;
  if (!span) return '';
  if (x1 - x0 > short || span.start === null || span.end === null) return keyOf(span);
  return Math.floor((span.start + span.end) / 2 / cell);
}

const keys = new WeakMap<Span, string>();

/** Kept, as it is asked for with every frame. */
function keyOf(span: Span): string {
  const known = keys.get(span);
  if (known !== undefined) return known;
  const key = spanKey(span);
  keys.set(span, key);
  return key;
}

function joinedOf(shapes: readonly Shape[]): Shape {
  let x0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  const items: Item[] = [];
  for (const shape of shapes) {
    x0 = Math.min(x0, shape.x0);
    x1 = Math.max(x1, shape.x1);
    items.push(...shape.items);
  }
  return { x0, x1, items };
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

/** Of all rows, so many are for long shapes where there are too many of either sort. */
const longRows = 3;

/**
 * Puts shapes into rows, and joins what finds no row to the mark that it is most like. Long shapes have rows of their
 * own, as each of them alone would take a row from everything else.
 */
function squeezed(shapes: readonly Shape[], line: Line): Layout {
  const isLong = ({ x0, x1 }: Shape) => x1 - x0 > short * 2;
  const long = band(shapes.filter(isLong), Math.min(longRows, line.maxRows - 1));
  const brief = band(
    shapes.filter((shape) => !isLong(shape)),
    line.maxRows - long.length,
  );
  const rows = [...long, ...brief].map((taken, row) =>
    taken.map((one) => ({ ...one, mark: { ...one.mark, row } })),
  );
  return { marks: labelled(rows, line), rows: rows.length };
}

function band(shapes: readonly Shape[], maxRows: number): Taken[][] {
  const rows: Taken[][] = [];
  for (const shape of shapes) {
    const row = freeRow(rows, reach(shape, noLabel));
    if (row < maxRows) take(rows, shape, row, noLabel);
    else absorb(rows, shape);
  }
  return rows;
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

function absorb(rows: Taken[][], shape: Shape): void {
  let best = { row: 0, place: 0, distance: Number.POSITIVE_INFINITY };
  rows.forEach((taken, row) => {
    taken.forEach(({ mark }, place) => {
      const distance = Math.abs(mark.x0 - shape.x0) + Math.abs(mark.x1 - shape.x1);
      if (distance < best.distance) best = { row, place, distance };
    });
  });
  const like = rows[best.row]?.[best.place];
  if (!like) return;
  const joined = joinedOf([like.mark, shape]);
  const mark = { ...joined, row: best.row, label: noLabel };
  rows[best.row]?.splice(best.place, 1, { ...reach(joined, noLabel), mark });
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
