import type { Colours } from '../colours.ts';
import { labelHeight, placeLabels } from '../labels.ts';
import type { Places } from '../layout.ts';
import { edgeLook, type Marking, type NodeDrawn, nodeLook, shiftsOf } from '../look.ts';
import type { GraphEdge, GraphNode, Model } from '../model.ts';
import { element, escaped } from './xml.ts';

/** All that a picture is made of. */
export type Picture = {
  readonly model: Model;
  readonly marking: Marking;
  readonly colours: Colours;
  /** Where nodes are, in pixels. */
  readonly places: Places;
  readonly font: string;
  readonly widthOf: (text: string) => number;
};

type Point = { readonly x: number; readonly y: number };

const margin = 60;

/** What is drawn as an SVG document: all of the graph, whatever part of it is in view. */
export function svgOf(picture: Picture): string {
  const { model, marking, colours, places, font } = picture;
  const { x, y, width, height } = boxOf([...places.values()]);
  const shifts = shiftsOf(model.edges);
  const edges = model.edges.map((edge) => edgeElement(edge, shifts.get(edge.id) ?? 0, picture));
  const looks = model.nodes.map((node) => ({ node, look: nodeLook(node, model, marking, colours) }));
  const nodes = looks.map(({ node, look }) => nodeElement(node, look, places.get(node.slug)));
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `${x} ${y} ${width} ${height}` },
    [
      element('rect', { x, y, width, height, fill: colours.surface }),
      element('g', { 'stroke-linecap': 'butt', fill: 'none' }, edges),
      element('g', { stroke: colours.surface, 'stroke-width': 2 }, nodes),
      element('g', { 'font-family': font, 'font-size': 13, 'font-weight': 550 }, labelsOf(picture)),
    ],
  );
}

function boxOf(points: readonly Point[]) {
  const least = { x: Number.POSITIVE_INFINITY, y: Number.POSITIVE_INFINITY };
  const greatest = { x: Number.NEGATIVE_INFINITY, y: Number.NEGATIVE_INFINITY };
  for (const { x, y } of points) {
    least.x = Math.min(least.x, x);
    least.y = Math.min(least.y, y);
    greatest.x = Math.max(greatest.x, x);
    greatest.y = Math.max(greatest.y, y);
  }
  if (points.length === 0) return { x: 0, y: 0, width: 2 * margin, height: 2 * margin };
  const [x, y] = [Math.floor(least.x - margin), Math.floor(least.y - margin)];
  return { x, y, width: Math.ceil(greatest.x + margin) - x, height: Math.ceil(greatest.y + margin) - y };
}

const rounded = (value: number) => Math.round(value * 10) / 10;

function edgeElement(edge: GraphEdge, shift: number, { model, marking, colours, places }: Picture): string {
  const look = edgeLook(edge, shift, model, marking, colours);
  const [from, to] = [places.get(edge.source), places.get(edge.target)];
  if (look.hidden || !from || !to) return '';
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [sx, sy] = [uy * shift, -ux * shift];
  const radius = 14;
  const tip = { x: to.x - ux * radius + sx, y: to.y - uy * radius + sy };
  const line = element(
    'line',
    {
      x1: rounded(from.x + sx),
      y1: rounded(from.y + sy),
      x2: rounded(tip.x),
      y2: rounded(tip.y),
      stroke: look.color,
      'stroke-width': look.size,
      ...(look.dashed ? { 'stroke-dasharray': '5 4' } : {}),
      'data-state': look.state,
    },
    element('title', {}, escaped(edge.label)),
  );
  return look.head ? line + headElement(tip, { x: ux, y: uy }, look.color) : line;
}

function headElement({ x, y }: Point, along: Point, color: string): string {
  const at = (back: number, aside: number) =>
    `${rounded(x - along.x * back + along.y * aside)},${rounded(y - along.y * back - along.x * aside)}`;
  return element('polygon', { points: `${at(0, 0)} ${at(9, 4)} ${at(9, -4)}`, fill: color });
}

/** The shapes of design/kind-mark.tsx about a point. */
function nodeElement(node: GraphNode, { sort, color, size }: NodeDrawn, place: Point | undefined): string {
  if (!place) return '';
  const { x, y } = { x: rounded(place.x), y: rounded(place.y) };
  const title = element('title', {}, escaped(node.name));
  const points = (corners: readonly (readonly [number, number])[]) =>
    corners.map(([dx, dy]) => `${rounded(x + dx * size)},${rounded(y + dy * size)}`).join(' ');
  switch (sort) {
    case 'person':
      return element('circle', { cx: x, cy: y, r: rounded(size), fill: color }, title);
    case 'organization':
      return element(
        'polygon',
        {
          points: points([
            [-0.9, -0.9],
            [0.9, -0.9],
            [0.9, 0.9],
            [-0.9, 0.9],
          ]),
          fill: color,
        },
        title,
      );
    case 'product':
      return element(
        'polygon',
        {
          points: points([
            [0, -1.16],
            [1.16, 0],
            [0, 1.16],
            [-1.16, 0],
          ]),
          fill: color,
        },
        title,
      );
    case 'concept':
      return element(
        'polygon',
        {
          points: points([
            [-0.55, -0.95],
            [0.55, -0.95],
            [1.1, 0],
            [0.55, 0.95],
            [-0.55, 0.95],
            [-1.1, 0],
          ]),
          fill: color,
        },
        title,
      );
  }
}

function labelsOf({ model, marking, colours, places, widthOf }: Picture): readonly string[] {
  const wanting = model.nodes.flatMap((node) => {
    const place = places.get(node.slug);
    if (!place) return [];
    const { size, weight } = nodeLook(node, model, marking, colours);
    return [{ key: node.slug, text: node.name, ...place, radius: size, width: widthOf(node.name), weight }];
  });
  return placeLabels(wanting, 400).map(({ text, x, y }) =>
    element(
      'text',
      {
        x: rounded(x),
        y: rounded(y + labelHeight / 4),
        fill: colours.ink,
        stroke: colours.surface,
        'stroke-width': 3,
        'paint-order': 'stroke',
      },
      escaped(text),
    ),
  );
}
