import { ThingLink } from '../components/thing-link.tsx';
import { Evidence } from '../evidence/evidence.tsx';
import type { EdgeState, GraphEdge, GraphNode } from './model.ts';
import { Standing } from './standing.tsx';
import { Times } from './times.tsx';

type EdgeRowProps = {
  readonly edge: GraphEdge;
  readonly state: EdgeState;
  readonly nodes: ReadonlyMap<string, GraphNode>;
};

/** A relationship in full: between whom, when, how it stood on the day, and who says so. */
export function EdgeRow({ edge, state, nodes }: EdgeRowProps) {
  const [from, to] = [nodes.get(edge.source), nodes.get(edge.target)];
  return (
    <div className="graph-edge">
      <p>
        {from && <ThingLink {...from} />} <span className="graph-edge-label">{edge.label}</span>{' '}
        {to && <ThingLink {...to} />}
      </p>
      <p className="graph-edge-about">
        {edge.position && <span>{edge.position}</span>}
        <Times relationship={edge} />
        <Standing state={state} />
        <Evidence of={edge.id} about={edgeName(edge, nodes)} />
      </p>
    </div>
  );
}

/** A relationship in one line of words. */
export function edgeName(edge: GraphEdge, nodes: ReadonlyMap<string, GraphNode>): string {
  const name = (slug: string) => nodes.get(slug)?.name ?? slug;
  return `${name(edge.source)} — ${edge.label} — ${name(edge.target)}`;
}
