import { useState } from 'react';
import '../components/data-table.css';
import { FuzzyDate } from '../components/fuzzy-date.tsx';
import { ThingLink } from '../components/thing-link.tsx';
import { Evidence } from '../evidence/evidence.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { edgeName } from './edge-row.tsx';
import { type Certainties, type GraphEdge, type GraphNode, type Model, stateOf } from './model.ts';
import { Standing } from './standing.tsx';

type GraphTableProps = {
  readonly model: Model;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly certainties: Certainties | undefined;
};

const step = 100;

/** The drawing as a table: every relationship that is drawn. */
export function GraphTable({ model, nodes, certainties }: GraphTableProps) {
  const { graph, app, evidence } = useLanguage().text;
  const [shown, setShown] = useState(step);
  const { columns } = graph;
  return (
    <section className="data-table" aria-label={graph.table}>
      <table>
        <caption className="visually-hidden">{graph.table}</caption>
        <thead>
          <tr>
            {[
              columns.from,
              columns.relationship,
              columns.to,
              columns.since,
              columns.until,
              columns.onDay,
            ].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{evidence.link}</th>
          </tr>
        </thead>
        <tbody>
          {model.edges.slice(0, shown).map((edge) => (
            <Row key={edge.id} edge={edge} nodes={nodes} certainties={certainties} />
          ))}
        </tbody>
      </table>
      {model.edges.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + step)}>
          {app.loadMore} ({app.shownOf(shown, model.edges.length)})
        </button>
      )}
    </section>
  );
}

type RowProps = Omit<GraphTableProps, 'model'> & { readonly edge: GraphEdge };

function Row({ edge, nodes, certainties }: RowProps) {
  const [from, to] = [nodes.get(edge.source), nodes.get(edge.target)];
  return (
    <tr>
      <td>{from && <ThingLink {...from} />}</td>
      <th scope="row">
        {edge.label}
        {edge.position && ` (${edge.position})`}
      </th>
      <td>{to && <ThingLink {...to} />}</td>
      <td>
        <FuzzyDate date={edge.since} />
      </td>
      <td>{edge.until && <FuzzyDate date={edge.until} />}</td>
      <td>
        <Standing state={stateOf(edge.id, certainties)} />
      </td>
      <td>
        <Evidence of={edge.id} about={edgeName(edge, nodes)} />
      </td>
    </tr>
  );
}
