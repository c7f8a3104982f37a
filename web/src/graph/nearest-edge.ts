import type Sigma from 'sigma';
import type { Point } from './pointing.ts';

/** How near to an edge a click must be, in pixels: a finger is no needle. */
const reach = 9;

/** The edge at a place of the screen, if there is any. Cheaper than drawing all edges a second time for picking. */
export function nearestEdge(sigma: Sigma, at: Point): string | undefined {
  const graph = sigma.getGraph();
  let best: { readonly edge: string; readonly distance: number } | undefined;
  const placeOf = (node: string) => {
    const data = sigma.getNodeDisplayData(node);
    return data && sigma.framedGraphToViewport(data);
  };
  graph.forEachEdge((edge, { shift, hidden }, source, target) => {
    const [from, to] = [placeOf(source), placeOf(target)];
    if (!from || !to || hidden) return;
    const distance = distanceTo(at, from, to, shift);
    if (distance <= (best?.distance ?? reach)) best = { edge, distance };
  });
  return best?.edge;
}

/** How far a point is from the line between two others, moved aside by some pixels. */
export function distanceTo(at: Point, from: Point, to: Point, shift: number): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  // On the screen y grows downwards, and "aside" is as edge-program.ts has it, where y grows upwards.
  const [sx, sy] = [(dy / length) * shift, (-dx / length) * shift];
  const [px, py] = [at.x - from.x - sx, at.y - from.y - sy];
  const along = Math.min(Math.max((px * dx + py * dy) / (length * length), 0), 1);
  return Math.hypot(px - along * dx, py - along * dy);
}
