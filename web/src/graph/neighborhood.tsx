import { useMemo, useRef } from 'react';
import { navigate, useAddress } from '../app/history.ts';
import { useParam, withParams } from '../app/params.ts';
import { ShowAs, useShowsTable } from '../components/show-as.tsx';
import { Nothing } from '../components/states.tsx';
import { useText } from '../i18n/language.tsx';
import { AsOfSlider } from './as-of-slider.tsx';
import { useHidesGone } from './controls.tsx';
import { edgeName } from './edge-row.tsx';
import { ExportMenu } from './export-menu.tsx';
import { GraphCanvas } from './graph-canvas.tsx';
import type { GraphAnswer } from './graph-query.ts';
import { GraphTable } from './graph-table.tsx';
import { Legend } from './legend.tsx';
import type { Marking } from './look.ts';
import { type Certainties, edgesOfPath, type GraphNode, type Model, modelOf, momentsOf } from './model.ts';
import { PathFinder } from './path-finder.tsx';
import type { Renderer } from './renderer.ts';
import { RovingList } from './roving-list.tsx';
import { SelectedPanel } from './selected-panel.tsx';
import { mostCentres } from './use-graph.ts';
import type { PathFinding } from './use-path.ts';

type NeighborhoodProps = {
  readonly answer: GraphAnswer;
  readonly certainties: Certainties | undefined;
  readonly centres: readonly string[];
  readonly day: string | undefined;
  readonly finding: PathFinding;
};

/**
 * The drawing of a neighbourhood, the day as of which it is shown, and beside it what is selected, its lists, and the
 * path.
 */
export function Neighborhood({ answer, certainties: neighbours, centres, day, finding }: NeighborhoodProps) {
  const { graph } = useText();
  const renderer = useRef<Renderer>(null);
  const table = useShowsTable();
  const model = useMemo(() => modelOf(answer, finding.found), [answer, finding.found]);
  const certainties = useMemo(() => withPath(neighbours, finding, day), [neighbours, finding, day]);
  const nodes = useMemo(() => new Map(model.nodes.map((node) => [node.slug, node])), [model]);
  const moments = useMemo(() => momentsOf(model.edges), [model]);
  const selection = useSelection(centres);
  const [hideGone, setHideGone] = useHidesGone();
  const path = useMemo(() => edgesOfPath(finding.found, finding.place), [finding.found, finding.place]);
  const marking: Marking = useMemo(
    () => ({
      certainties,
      hideGone,
      selectedNode: selection.node,
      selectedEdge: selection.edge,
      path,
      centres,
    }),
    [certainties, hideGone, selection.node, selection.edge, path, centres],
  );
  if (answer.nodes.length === 0) return <Nothing title={graph.unknown}>{graph.unknownHint}</Nothing>;
  const asTable = <GraphTable {...{ model, nodes, certainties }} />;
  return (
    <div className="graph-columns">
      <div className="graph-main">
        <div className="drawing-head">
          <ShowAs />
          <p className="drawing-count numbers" role="status">
            {graph.count(model.nodes.length, model.edges.length)} {answer.cut && graph.cut}
          </p>
        </div>
        <AsOfSlider moments={moments} />
        {table ? (
          asTable
        ) : (
          <GraphCanvas
            {...{ model, marking, renderer }}
            instead={asTable}
            onNode={selection.takeNode}
            onEdge={selection.takeEdge}
            onNothing={selection.clear}
          />
        )}
        <ExportMenu {...{ model, marking, renderer }} />
        <Legend hasDay={day !== undefined} hideGone={hideGone} setHideGone={setHideGone} />
        <PathFinder finding={finding} />
      </div>
      <div className="graph-side">
        <SelectedPanel
          {...{ model, nodes, certainties, centres }}
          node={nodes.get(selection.node ?? '')}
          edge={model.edges.find(({ id }) => id === selection.edge)}
          expand={selection.expand}
          collapse={selection.collapse}
          canExpand={centres.length < mostCentres}
          pathFrom={finding.setFrom}
        />
        <Lists model={model} nodes={nodes} selection={selection} />
      </div>
    </div>
  );
}

type ListsProps = {
  readonly model: Model;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly selection: Selection;
};

/** Everything that is drawn, for the keyboard and for the ear. */
function Lists({ model, nodes, selection }: ListsProps) {
  const { graph } = useText();
  const entities = useMemo(
    () =>
      model.nodes.map(({ slug, name, kind }) => ({
        key: slug,
        name,
        kind,
        pressed: slug === selection.node,
      })),
    [model, selection.node],
  );
  const relationships = useMemo(
    () =>
      model.edges.map((edge) => ({
        key: edge.id,
        name: edgeName(edge, nodes),
        pressed: edge.id === selection.edge,
      })),
    [model, nodes, selection.edge],
  );
  return (
    <section className="graph-panel drawing-folded" aria-label={graph.drawn}>
      <h2>{graph.drawn}</h2>
      <details open>
        <summary>{graph.entities}</summary>
        <RovingList label={graph.entities} rows={entities} choose={selection.takeNode} />
      </details>
      <details>
        <summary>{graph.relationships}</summary>
        <RovingList label={graph.relationships} rows={relationships} choose={selection.takeEdge} />
      </details>
    </section>
  );
}

/** What is selected, and what selecting does. */
type Selection = {
  readonly node: string | undefined;
  readonly edge: string | undefined;
  /** Selects an entity and draws what is around it. */
  readonly takeNode: (slug: string) => void;
  readonly takeEdge: (id: string) => void;
  readonly clear: () => void;
  readonly expand: (slug: string) => void;
  readonly collapse: (slug: string) => void;
};

function useSelection(centres: readonly string[]): Selection {
  const address = useAddress();
  const [node] = useParam('node');
  const [edge] = useParam('edge');
  const go = (changes: { readonly [name: string]: string | undefined }) => {
    const to = withParams(address, changes);
    // What is selected again is no new step.
    if (to !== `${address.path}${window.location.search}`) navigate(to);
  };
  const grown = (slug: string) =>
    centres.includes(slug) || centres.length >= mostCentres ? centres : [...centres, slug];
  return {
    node,
    edge,
    takeNode: (slug) => go({ node: slug, edge: undefined, of: grown(slug).join(',') }),
    takeEdge: (id) => go({ edge: id, node: undefined }),
    clear: () => (node || edge) && go({ node: undefined, edge: undefined }),
    expand: (slug) => go({ of: grown(slug).join(',') }),
    collapse: (slug) => go({ of: centres.filter((one) => one !== slug).join(',') }),
  };
}

/** What is known of the day, with what the path says of its own hops, which may lead out of the neighbourhood. */
function withPath(
  certainties: Certainties | undefined,
  { found }: PathFinding,
  day: string | undefined,
): Certainties | undefined {
  if (!certainties || !day) return certainties;
  const all = new Map(certainties);
  for (const { relationship, certainty } of found?.paths.flatMap(({ hops }) => hops) ?? [])
    if (relationship && certainty && !all.has(relationship.id)) all.set(relationship.id, certainty);
  return all;
}
