import type { Operation } from '../ops/operation.ts';
import type { ServerKind } from '../servers/index.ts';
import type { Measured } from './measure.ts';
import type { Cost } from './statements.ts';
import { type Spread, spreadOf } from './statistics.ts';

/** All that a run found out. */
export type Results = {
  readonly operations: readonly Operation[];
  readonly servers: readonly ServerKind[];
  readonly measured: readonly Measured[];
  /** What an operation costs in Neo4j, by server and operation. */
  readonly costs: ReadonlyMap<string, ReadonlyMap<string, Cost>>;
};

/** The pairs of servers whose ratios are told. */
const pairs = [
  ['ours', 'peer'],
  ['ours', 'hand-written'],
  ['embedded', 'peer'],
] as const;

/** The requests a second of one server over those of another, by medians; null where one of them was not measured. */
export function ratio(
  measured: readonly Measured[],
  subject: string,
  clients: number,
  [one, other]: readonly [string, string],
): number | null {
  const perSecond = (server: string) => {
    const runs = measured.find(
      (row) => row.subject === subject && row.clients === clients && row.server === server,
    )?.runs;
    return runs && spreadOf(runs, 'perSecond')?.median;
  };
  const [above, below] = [perSecond(one), perSecond(other)];
  return above && below ? above / below : null;
}

/** The results as Markdown: the ratios first, then every figure. */
export function markdown(results: Results): string {
  const clients = [...new Set(results.measured.map((row) => row.clients))];
  return clients
    .toReversed()
    .map(
      (some) =>
        `## ${some === 1 ? 'One client' : `${some} clients`}\n\n${ratios(results, some)}\n\n${figures(results, some)}\n`,
    )
    .join('\n');
}

function ratios({ operations, measured }: Results, clients: number): string {
  const shown = pairs.filter((pair) =>
    operations.some(({ id }) => ratio(measured, id, clients, pair) !== null),
  );
  if (shown.length === 0) return '';
  const rows = operations.map(({ id, title, compared }) => [
    `${id} ${title}${compared ? ` (${compared})` : ''}`,
    ...shown.map((pair) => number(ratio(measured, id, clients, pair), 2)),
  ]);
  return table(['req/s, as a ratio', ...shown.map(([one, other]) => `${one} / ${other}`)], rows);
}

function figures({ servers, measured, costs }: Results, clients: number): string {
  const rows = measured
    .filter((row) => row.clients === clients)
    .map(({ subject, server, runs }) => {
      const cost = costs.get(server)?.get(subject);
      return [
        subject,
        servers.find(({ name }) => name === server)?.title ?? server,
        range(spreadOf(runs, 'perSecond'), 0),
        range(spreadOf(runs, 'p50'), 2),
        range(spreadOf(runs, 'p99'), 2),
        number(spreadOf(runs, 'serverCpu')?.median, 2),
        number(spreadOf(runs, 'neo4jCpu')?.median, 2),
        number(cost?.statements, 0),
        number(cost?.dbHits, 0),
      ];
    });
  const names = [
    '',
    'server',
    'req/s',
    'p50 ms',
    'p99 ms',
    'CPU ms',
    'CPU ms of Neo4j',
    'statements',
    'db hits',
  ];
  return table(names, rows);
}

function range(figures: Spread | null, digits: number): string {
  if (!figures) return '–';
  const { median, min, max } = figures;
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

function number(figure: number | null | undefined, digits: number): string {
  return figure === null || figure === undefined ? '–' : figure.toFixed(digits);
}

function table(names: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(names), line(names.map((_, place) => (place < 2 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}

/** The least ratio of ours to the peer that `--assert` lets pass, and the operations it is asked of. */
const asserted = { least: 1.3, operations: ['Q1', 'Q2', 'Q4'] } as const;

/** What `--assert` finds wanting, in words: too slow, or not measured. */
export function failures({ measured }: Results, clients: number): string[] {
  return asserted.operations.flatMap((id) => {
    const found = ratio(measured, id, clients, ['ours', 'peer']);
    if (found === null) return [`--assert: ${id} was not measured on both ours and the peer.`];
    return found < asserted.least
      ? [`--assert: on ${id} ours / peer is ${found.toFixed(2)}, under ${asserted.least}.`]
      : [];
  });
}
