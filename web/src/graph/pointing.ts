import type Sigma from 'sigma';

/** A place of the screen, in pixels of the canvas. */
export type Point = { readonly x: number; readonly y: number };

/** What is told of the mouse and of fingers. */
type Pointing = {
  readonly click: (node: string | undefined, at: Point) => void;
  readonly point: (node: string | undefined) => void;
};

const mouseEvents = [
  'mousemove',
  'click',
  'rightClick',
  'doubleClick',
  'wheel',
  'mousedown',
  'mouseup',
] as const;
const touchEvents = ['touchdown', 'touchup', 'touchmove', 'tap', 'doubletap'] as const;

/**
 * Tells what is pointed at and clicked. Sigma would find that by drawing all nodes a second time, in colours that number
 * them, and by reading a pixel back at every movement of the mouse, for which the card has to be done with everything. To
 * measure how far the nodes are takes a thousandth of that.
 */
export function watchPointer(sigma: Sigma, { click, point }: Pointing): void {
  const [mouse, touch] = [sigma.getMouseCaptor(), sigma.getTouchCaptor()];
  for (const event of mouseEvents) mouse.removeAllListeners(event);
  for (const event of touchEvents) touch.removeAllListeners(event);
  mouse.on('mousemove', (at) => {
    // While one drags, what passes under the hand is not meant.
    if (!mouse.isMouseDown) point(nodeAt(sigma, at));
  });
  mouse.on('mouseleave', () => point(undefined));
  mouse.on('click', (at) => click(nodeAt(sigma, at), at));
  // The finger has left by then: where it was is what it meant.
  touch.on('tap', ({ previousTouches: [at] }) => at && click(nodeAt(sigma, at), at));
}

/** The node at a place, or the nearest of several that lie upon one another. */
function nodeAt(sigma: Sigma, at: Point): string | undefined {
  const { x, y } = sigma.viewportToGraph(at);
  const scale = sigma.getGraphToViewportRatio();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  sigma.getGraph().forEachNode((node, attributes) => {
    const distance = Math.hypot(attributes.x - x, attributes.y - y) * scale;
    // Its rim is part of it.
    if (distance >= least || distance > sigma.scaleSize(attributes.size) + 2) return;
    best = node;
    least = distance;
  });
  return best;
}
