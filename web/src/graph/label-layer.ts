import type Graph from 'graphology';
import type Sigma from 'sigma';
import type { Colours } from './colours.ts';
import { placeLabels, type Wanting } from './labels.ts';

const fontSize = 13;
/** So many labels at most. */
const most = 160;
/** With more nodes than this, those that can win no place are sorted out first. */
const large = 1_500;

const widths = new Map<string, number>();

/** Which nodes are named: the one that is pointed at in any case, and of the others those of a list, if there is one. */
type Named = { readonly pointed: string | undefined; readonly only: readonly string[] | undefined };

/** Writes the names of nodes over the drawing, each where it touches no other. */
export function drawLabels(sigma: Sigma, graph: Graph, colours: Colours, { pointed, only }: Named): void {
  const canvas = sigma.getCanvases().names;
  // Without the card: it is slow at text that is another with every frame.
  const context = canvas?.getContext('2d', { willReadFrequently: true });
  if (!canvas || !context) return;
  const { width, height } = sigma.getDimensions();
  fitTo(canvas, context, width, height);
  context.clearRect(0, 0, width, height);
  context.font = `550 ${fontSize}px ${getComputedStyle(sigma.getContainer()).fontFamily}`;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const screen = { x0: 2, y0: 2, x1: width - 2, y1: height - 2 };
  const wanting = wantingOf(sigma, graph, context, { pointed, keys: only ?? graph.nodes() });
  for (const { key, text, x, y } of placeLabels(wanting, most, screen)) {
    context.strokeStyle = colours.surface;
    context.lineWidth = 4;
    context.strokeText(text, x, y);
    context.fillStyle = key === pointed ? colours.accent : colours.ink;
    context.fillText(text, x, y);
  }
}

function fitTo(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
): void {
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width === Math.round(width * ratio) && canvas.height === Math.round(height * ratio)) return;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}

function wantingOf(
  sigma: Sigma,
  graph: Graph,
  context: CanvasRenderingContext2D,
  { pointed, keys }: { readonly pointed: string | undefined; readonly keys: readonly string[] },
): readonly Wanting[] {
  const { width, height } = sigma.getDimensions();
  const wanting: Wanting[] = [];
  for (const key of keys) {
    const data = sigma.getNodeDisplayData(key);
    if (!data) continue;
    const { label, weight, size } = graph.getNodeAttributes(key);
    const { x, y } = sigma.framedGraphToViewport(data);
    if (x < -20 || y < -20 || x > width + 20 || y > height + 20) continue;
    const radius = sigma.scaleSize(size);
    wanting.push({
      key,
      text: label,
      x,
      y,
      radius,
      width: widthOf(label, context),
      weight: key === pointed ? Number.POSITIVE_INFINITY : weight,
    });
  }
  // Only the weightiest can win; sorting out the rest first keeps thousands cheap.
  return wanting.length > large ? wanting.sort((a, b) => b.weight - a.weight).slice(0, 400) : wanting;
}

function widthOf(text: string, context: CanvasRenderingContext2D): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  const width = context.measureText(text).width;
  widths.set(text, width);
  return width;
}
