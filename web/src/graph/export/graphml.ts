import { type Certainties, type Model, stateOf } from '../model.ts';
import { element, escaped } from './xml.ts';

const nodeKeys = ['name', 'kind'] as const;
const edgeKeys = ['type', 'label', 'position', 'since', 'until', 'attested', 'held'] as const;

/** What is drawn as GraphML, which Gephi, yEd, Cytoscape and NetworkX read; dates as EDTF. */
export function graphmlOf({ nodes, edges }: Model, certainties: Certainties | undefined): string {
  const keys = [
    ...nodeKeys.map((name) => key(`n_${name}`, 'node', name)),
    ...edgeKeys.map((name) => key(`e_${name}`, 'edge', name)),
  ];
  const nodeElements = nodes.map(({ slug, name, kind }) =>
    element('node', { id: slug }, [data('n_name', name), data('n_kind', kind)]),
  );
  const edgeElements = edges.map(({ id, source, target, type, label, position, since, until, attested }) => {
    const state = stateOf(id, certainties);
    return element('edge', { id, source, target }, [
      data('e_type', type),
      data('e_label', label),
      data('e_position', position ?? ''),
      data('e_since', since?.edtf ?? ''),
      data('e_until', until?.edtf ?? ''),
      data('e_attested', attested.join(' ')),
      data('e_held', state === 'plain' ? '' : state),
    ]);
  });
  const graph = element('graph', { id: 'throughline', edgedefault: 'directed' }, [
    ...nodeElements,
    ...edgeElements,
  ]);
  const xmlns = 'http://graphml.graphdrawing.org/xmlns';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('graphml', { xmlns }, [...keys, graph])}\n`;
}

const key = (id: string, of: string, name: string) =>
  element('key', { id, for: of, 'attr.name': name, 'attr.type': 'string' });

/** Nothing is no value: it is left out. */
const data = (id: string, value: string) => (value ? element('data', { key: id }, escaped(value)) : '');
