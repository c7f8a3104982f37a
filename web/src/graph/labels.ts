/** A node on the screen that would like a label. */
export type Wanting = {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  /** Who comes first: the more, the sooner. */
  readonly weight: number;
};

/** A label with its place: its left edge and the middle of its height. */
export type Label = { readonly key: string; readonly text: string; readonly x: number; readonly y: number };

/** How high a label is. */
export const labelHeight = 18;

/** A part of the screen. */
export type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };

const cell = 64;

/**
 * Places as many labels as do not touch one another or a node that counts for more: below their node, else to its right,
 * left or above it, and moved aside where it would leave the screen. What has no place has none; coming nearer makes room.
 */
export function placeLabels(wanting: readonly Wanting[], most: number, within?: Box): readonly Label[] {
  const taken = new Map<string, Box[]>();
  const labels: Label[] = [];
  for (const one of [...wanting].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))) {
    if (labels.length >= most) break;
    const box = places(one, within).find((place) => !touches(taken, place));
    if (!box) continue;
    occupy(taken, box);
    occupy(taken, around(one));
    labels.push({ key: one.key, text: one.text, x: box.x0 + 2, y: (box.y0 + box.y1) / 2 });
  }
  return labels;
}

const around = ({ x, y, radius }: Wanting): Box => ({
  x0: x - radius,
  y0: y - radius,
  x1: x + radius,
  y1: y + radius,
});

function places({ x, y, radius, width }: Wanting, within: Box | undefined): readonly Box[] {
  const high = labelHeight;
  const wide = width + 4;
  const box = (left: number, y0: number): Box => {
    const x0 = within ? Math.max(within.x0, Math.min(left, within.x1 - wide)) : left;
    return { x0, y0, x1: x0 + wide, y1: y0 + high };
  };
  return [
    box(x - wide / 2, y + radius + 1),
    box(x + radius + 3, y - high / 2),
    box(x - radius - 3 - wide, y - high / 2),
    box(x - wide / 2, y - radius - 1 - high),
  ];
}

function cellsOf({ x0, y0, x1, y1 }: Box): readonly string[] {
  const keys: string[] = [];
  for (let x = Math.floor(x0 / cell); x <= Math.floor(x1 / cell); x += 1)
    for (let y = Math.floor(y0 / cell); y <= Math.floor(y1 / cell); y += 1) keys.push(`${x} ${y}`);
  return keys;
}

const touches = (taken: ReadonlyMap<string, readonly Box[]>, box: Box) =>
  cellsOf(box).some((key) =>
    taken
      .get(key)
      ?.some((other) => box.x0 < other.x1 && other.x0 < box.x1 && box.y0 < other.y1 && other.y0 < box.y1),
  );

function occupy(taken: Map<string, Box[]>, box: Box): void {
  for (const key of cellsOf(box)) {
    const there = taken.get(key);
    if (there) there.push(box);
    else taken.set(key, [box]);
  }
}
