/** A body of the layout: where it is, and whether it may move. */
export type Body = { x: number; y: number; readonly pinned: boolean };

/** Places by name. */
export type Places = Map<string, { readonly x: number; readonly y: number }>;

type Link = { readonly source: string; readonly target: string };

/** How long an edge would like to be, and how far bodies push one another away. */
export const edgeLength = 100;
const reachOfPush = edgeLength * 2.5;
const golden = Math.PI * (3 - Math.sqrt(5));

/**
 * Places for nodes that have none: those that are linked to one that has a place begin beside it, each at another angle;
 * the others on a spiral about the middle. Nothing is left to chance, so that an address is drawn alike each time.
 */
export function placed(nodes: readonly string[], links: readonly Link[], places: Places): Places {
  const next: Places = new Map(places);
  const neighbours = neighboursOf(links);
  const queue = nodes.filter((node) => next.has(node));
  let loose = 0;
  const counts = new Map<string, number>();
  for (const node of nodes) {
    if (!next.has(node)) {
      const distance = edgeLength * 1.6 * Math.sqrt(loose);
      next.set(node, { x: distance * Math.cos(loose * golden), y: distance * Math.sin(loose * golden) });
      loose += 1;
      queue.push(node);
    }
    // Whatever can be reached from it stands before what cannot.
    for (let parent = queue.shift(); parent !== undefined; parent = queue.shift()) {
      for (const child of neighbours.get(parent) ?? []) {
        if (next.has(child)) continue;
        const count = counts.get(parent) ?? 0;
        counts.set(parent, count + 1);
        next.set(child, beside(next.get(parent) ?? { x: 0, y: 0 }, count));
        queue.push(child);
      }
    }
  }
  return next;
}

function beside({ x, y }: { readonly x: number; readonly y: number }, count: number) {
  // Outwards, as seen from the middle: there is room.
  const angle = Math.atan2(y, x) + golden * count;
  const distance = edgeLength * (0.8 + 0.12 * Math.sqrt(count));
  return { x: x + distance * Math.cos(angle), y: y + distance * Math.sin(angle) };
}

function neighboursOf(links: readonly Link[]): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>();
  const add = (from: string, to: string) => {
    const there = neighbours.get(from);
    if (there) there.push(to);
    else neighbours.set(from, [to]);
  };
  for (const { source, target } of links) {
    add(source, target);
    add(target, source);
  }
  return neighbours;
}

type Force = { x: number; y: number };

/**
 * One small step: bodies push away those that are near, links pull their ends together, and all are drawn a little
 * towards the middle. No body moves farther than `heat`; pinned ones not at all.
 */
export function step(bodies: ReadonlyMap<string, Body>, links: readonly Link[], heat: number): void {
  const forces = new Map<Body, Force>();
  for (const body of bodies.values())
    if (!body.pinned) forces.set(body, { x: -body.x * 0.01, y: -body.y * 0.01 });
  push(bodies, forces);
  for (const { source, target } of links) {
    const from = bodies.get(source);
    const to = bodies.get(target);
    if (!from || !to || from === to) continue;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const pull = (Math.hypot(dx, dy) / edgeLength) * 0.06;
    add(forces.get(from), dx * pull, dy * pull);
    add(forces.get(to), -dx * pull, -dy * pull);
  }
  for (const [body, { x, y }] of forces) {
    const length = Math.hypot(x, y) || 1;
    const share = Math.min(length, heat) / length;
    body.x += x * share;
    body.y += y * share;
  }
}

function add(force: Force | undefined, x: number, y: number): void {
  if (!force) return;
  force.x += x;
  force.y += y;
}

/** Only what is near pushes: bodies are kept by the cell of a grid, so that thousands cost thousands and not millions. */
function push(bodies: ReadonlyMap<string, Body>, forces: ReadonlyMap<Body, Force>): void {
  const cells = new Map<string, Body[]>();
  const cellOf = (value: number) => Math.floor(value / reachOfPush);
  for (const body of bodies.values()) {
    const key = `${cellOf(body.x)} ${cellOf(body.y)}`;
    const cell = cells.get(key);
    if (cell) cell.push(body);
    else cells.set(key, [body]);
  }
  for (const [body, force] of forces) {
    const [column, row] = [cellOf(body.x), cellOf(body.y)];
    for (let x = column - 1; x <= column + 1; x += 1)
      for (let y = row - 1; y <= row + 1; y += 1) pushAll(body, cells.get(`${x} ${y}`) ?? [], force);
  }
}

/** In a crowd, so many stand for all: what pushes is the crowd, and not each of its members. */
const mostPushing = 24;

function pushAll(body: Body, cell: readonly Body[], force: Force): void {
  const stride = Math.ceil(cell.length / mostPushing);
  for (let index = 0; index < cell.length; index += stride) {
    const other = cell[index];
    if (other && other !== body) pushOne(body, other, cell, force);
  }
}

function pushOne(body: Body, other: Body, cell: readonly Body[], force: Force): void {
  const together = body.x === other.x && body.y === other.y;
  // Two at one place go apart, the one that is named first to the right.
  const dx = together ? (cell.indexOf(body) < cell.indexOf(other) ? 1 : -1) : body.x - other.x;
  const dy = body.y - other.y;
  const distance = Math.max(Math.hypot(dx, dy), 1);
  if (distance > reachOfPush) return;
  const strength = (edgeLength * edgeLength * 0.07 * Math.ceil(cell.length / mostPushing)) / distance;
  force.x += (dx / distance) * strength;
  force.y += (dy / distance) * strength;
}

/** How many steps a layout takes to come to rest, and how hot each of them is: ever less. */
export function heats(count: number): readonly number[] {
  const steps = count > 1_000 ? 60 : 160;
  return Array.from({ length: steps }, (_, index) => (edgeLength / 3) * (1 - index / steps) ** 1.5);
}
