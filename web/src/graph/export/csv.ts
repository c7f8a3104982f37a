import { type Certainties, type GraphEdge, type Model, stateOf } from '../model.ts';

/** Values in a line of a CSV file, after RFC 4180. What a spreadsheet would take for a formula is made a text. */
function line(values: readonly string[]): string {
  return values
    .map((value) => {
      const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
      return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    })
    .join(',');
}

const head = [
  'id',
  'source',
  'source_name',
  'type',
  'label',
  'target',
  'target_name',
  'position',
  'since',
  'until',
  'attested',
  'held',
];

/** The relationships that are drawn as CSV, one a line; dates as EDTF, as precise as the sources. */
export function csvOf({ nodes, edges }: Model, certainties: Certainties | undefined): string {
  const names = new Map(nodes.map(({ slug, name }) => [slug, name]));
  const rows = edges.map((edge) => line(valuesOf(edge, names, certainties)));
  return `${[line(head), ...rows].join('\r\n')}\r\n`;
}

function valuesOf(
  edge: GraphEdge,
  names: ReadonlyMap<string, string>,
  certainties: Certainties | undefined,
): readonly string[] {
  const { id, source, target, type, label, position, since, until, attested } = edge;
  const state = stateOf(id, certainties);
  return [
    id,
    source,
    names.get(source) ?? '',
    type,
    label,
    target,
    names.get(target) ?? '',
    position ?? '',
    since?.edtf ?? '',
    until?.edtf ?? '',
    attested.join(' '),
    state === 'plain' ? '' : state,
  ];
}
