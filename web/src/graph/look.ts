import { sortOf } from '../design/kinds.ts';
import type { Colours } from './colours.ts';
import {
  type Certainties,
  type EdgeState,
  type GraphEdge,
  type GraphNode,
  type Model,
  stateOf,
} from './model.ts';

/** What decides how things look, besides what they are. */
export type Marking = {
  /** How surely edges held on the day asked about; undefined where no day is. */
  readonly certainties: Certainties | undefined;
  /** Whether what did not hold is left out instead of faint. */
  readonly hideGone: boolean;
  readonly selectedNode: string | undefined;
  readonly selectedEdge: string | undefined;
  readonly path: ReadonlySet<string>;
  readonly centres: readonly string[];
};

/** How an edge is drawn, on the screen and in what is saved. */
export type EdgeDrawn = {
  readonly state: EdgeState;
  readonly color: string;
  readonly size: number;
  readonly dashed: boolean;
  readonly hidden: boolean;
  readonly shift: number;
  readonly head: boolean;
};

/** How a node is drawn. */
export type NodeDrawn = {
  readonly sort: 'person' | 'organization' | 'product' | 'concept';
  readonly color: string;
  readonly rim: string;
  readonly size: number;
  readonly weight: number;
};

/**
 * With more edges than this, an edge is a line and a node a dot: heads and what lies side by side could not be told
 * apart, and only take time.
 */
export const dense = 1_500;

/** How an edge looks: solid where it surely held, dashed where it may have, faint where it did not. */
export function edgeLook(
  edge: GraphEdge,
  shift: number,
  model: Model,
  marking: Marking,
  colours: Colours,
): EdgeDrawn {
  const state = stateOf(edge.id, marking.certainties);
  const chosen = edge.id === marking.selectedEdge || marking.path.has(edge.id);
  const many = model.edges.length > dense;
  const near = edge.source === marking.selectedNode || edge.target === marking.selectedNode;
  const plain = {
    plain: near ? colours.ink : colours.edge,
    certain: colours.ink,
    possible: colours.possible,
    gone: colours.line,
  };
  return {
    state,
    color: chosen ? colours.accent : plain[state],
    size: chosen ? 3.5 : state === 'gone' ? 1 : many ? 1 : 1.75,
    dashed: state === 'possible',
    hidden: state === 'gone' && marking.hideGone && !chosen,
    shift,
    // Of partners neither is first.
    head: !many && edge.type !== 'PARTNER_OF',
  };
}

/**
 * How a node looks: its kind's colour and shape, larger the more relationships it has, with a rim where not all are
 * drawn.
 */
export function nodeLook(node: GraphNode, model: Model, marking: Marking, colours: Colours): NodeDrawn {
  const sort = sortOf(node.kind);
  const known = sort === 'event' || sort === 'article' ? 'concept' : sort;
  const selected = node.slug === marking.selectedNode;
  const centre = marking.centres.includes(node.slug);
  const size = Math.sqrt(Math.min(node.degree, 40));
  return {
    sort: known,
    color: colours[known],
    rim: selected ? colours.accent : node.hasMore ? colours.inkFaint : colours.surface,
    size: (model.edges.length > dense ? 2.5 + size * 0.5 : 7 + 2.2 * size) + (selected ? 2 : 0),
    weight: (selected ? 10_000 : 0) + (centre ? 1_000 : 0) + node.degree,
  };
}

/** How far each edge lies beside the line between its ends, so that several between the same two are all seen. */
export function shiftsOf(edges: readonly GraphEdge[]): ReadonlyMap<string, number> {
  const between = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const key = [edge.source, edge.target].sort().join(' ');
    const there = between.get(key);
    if (there) there.push(edge);
    else between.set(key, [edge]);
  }
  const shifts = new Map<string, number>();
  for (const siblings of between.values()) {
    siblings.forEach((edge, place) => {
      const aside = (place - (siblings.length - 1) / 2) * 8;
      // Seen from the other end, the other side is the same side.
      shifts.set(edge.id, edge.source < edge.target ? aside : -aside);
    });
  }
  return shifts;
}
