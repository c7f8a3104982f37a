import { ThingLink } from '../components/thing-link.tsx';
import { kindLabel } from '../design/kinds.ts';
import { Evidence } from '../evidence/evidence.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { EdgeRow } from './edge-row.tsx';
import { type Certainties, type GraphEdge, type GraphNode, type Model, stateOf } from './model.ts';

type SelectedPanelProps = {
  readonly model: Model;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly certainties: Certainties | undefined;
  readonly node: GraphNode | undefined;
  readonly edge: GraphEdge | undefined;
  readonly centres: readonly string[];
  readonly expand: (slug: string) => void;
  readonly collapse: (slug: string) => void;
  readonly canExpand: boolean;
  readonly pathFrom: (slug: string) => void;
};

/** What is selected, in full: an entity with its relationships, or a relationship with its evidence. */
export function SelectedPanel(props: SelectedPanelProps) {
  const { model, nodes, certainties, node, edge } = props;
  const { graph } = useLanguage().text;
  const around =
    node && model.edges.filter(({ source, target }) => source === node.slug || target === node.slug);
  return (
    <section className="graph-panel" aria-label={graph.selected}>
      <h2>{graph.selected}</h2>
      {!node && !edge && <p className="drawing-hint">{graph.selectHint}</p>}
      {edge && <EdgeRow edge={edge} state={stateOf(edge.id, certainties)} nodes={nodes} />}
      {node && <SelectedNode {...props} node={node} />}
      {around && around.length > 0 && (
        <ul className="graph-edges">
          {around.map((one) => (
            <li key={one.id}>
              <EdgeRow edge={one} state={stateOf(one.id, certainties)} nodes={nodes} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type SelectedNodeProps = Omit<SelectedPanelProps, 'node'> & { readonly node: GraphNode };

function SelectedNode({ node, centres, expand, collapse, canExpand, pathFrom }: SelectedNodeProps) {
  const { tag, text } = useLanguage();
  const { graph } = text;
  const centre = centres.includes(node.slug);
  return (
    <div className="graph-selected-node">
      <p>
        <ThingLink {...node} /> <Evidence of={node.id} about={node.name} />
      </p>
      <p className="graph-edge-about">
        {kindLabel(node.kind, tag)} · {graph.degree(node.degree)}
      </p>
      <div className="graph-actions">
        {centre ? (
          <button
            type="button"
            className="button"
            disabled={centres.length < 2}
            onClick={() => collapse(node.slug)}
          >
            {graph.collapse}
          </button>
        ) : (
          <button type="button" className="button" disabled={!canExpand} onClick={() => expand(node.slug)}>
            {graph.expand}
          </button>
        )}
        <button type="button" className="button" onClick={() => pathFrom(node.slug)}>
          {graph.pathFromHere}
        </button>
      </div>
    </div>
  );
}
