import type { Operation } from '../ops/operation.ts';
import type { ServerKind } from '../servers/index.ts';
import type { Run } from './load.ts';
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

/** The ratios that are told, of medians: of which figure, of which server to which. */
const ratiosTold = [
  { name: 'ours / peer', figure: 'perSecond', of: 'ours', to: 'peer' },
  { name: 'ours / hand-written', figure: 'perSecond', of: 'ours', to: 'hand-written' },
  { name: 'embedded / peer', figure: 'perSecond', of: 'embedded', to: 'peer' },
  { name: 'cached / hello', figure: 'perSecond', of: 'cached', to: 'hello' },
  { name: 'ours / unprotected', figure: 'perSecond', of: 'ours', to: 'unprotected' },
  { name: 'p99 of ours / peer', figure: 'p99', of: 'ours', to: 'peer' },
  { name: 'CPU of ours / peer', figure: 'cpu', of: 'ours', to: 'peer' },
  { name: 'CPU of ours / unprotected', figure: 'cpu', of: 'ours', to: 'unprotected' },
] as const satisfies readonly Ratio[];

type Ratio = {
  readonly name: string;
  readonly figure: keyof Run;
  readonly of: ServerKind['name'];
  readonly to: ServerKind['name'];
};

/** A ratio at an operation; null where one of the two was not measured. */
function ratioAt(
  measured: readonly Measured[],
  operation: string,
  clients: number,
  { figure, of, to }: Ratio,
): number | null {
  const median = (server: string) => {
    const subject = server === 'hello' ? 'hello' : operation;
    const row = measured.find(
      (one) => one.subject === subject && one.clients === clients && one.server === server,
    );
    return row && spreadOf(row.runs, figure)?.median;
  };
  const [above, below] = [median(of), median(to)];
  return above && below ? above / below : null;
}

/** The results as Markdown: the ratios first, then every figure. */
export function markdown(results: Results): string {
  const clients = [...new Set(results.measured.map((row) => row.clients))];
  if (clients.length === 0) return costTable(results);
  return clients
    .toReversed()
    .map(
      (some) =>
        `## ${some === 1 ? 'One client' : `${some} clients`}\n\n${ratios(results, some)}\n\n${figures(results, some)}\n`,
    )
    .join('\n');
}

/** What operations cost in Neo4j, where nothing was timed. */
function costTable({ operations, costs }: Results): string {
  const rows = operations.flatMap(({ id }) =>
    [...costs].flatMap(([server, byId]) => {
      const cost = byId.get(id);
      return cost ? [[id, server, number(cost.statements, 0), number(cost.dbHits, 0)]] : [];
    }),
  );
  return table(['', 'server', 'statements', 'db hits'], rows);
}

function ratios({ operations, measured }: Results, clients: number): string {
  const at = (id: string, told: Ratio) => ratioAt(measured, id, clients, told);
  const shown = ratiosTold.filter((told) => operations.some(({ id }) => at(id, told) !== null));
  if (shown.length === 0) return '';
  const rows = operations.map(({ id, title, compared }) => [
    `${id} ${title}${compared ? ` (${compared})` : ''}`,
    ...shown.map((told) => number(at(id, told), 2)),
  ]);
  return table(['req/s as a ratio', ...shown.map(({ name }) => name)], rows);
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
  return [
    line(names),
    line(names.map((name, place) => (place === 0 || name === 'server' ? '---' : '---:'))),
    ...rows.map(line),
  ].join('\n');
}

/** The least ratio of ours to the peer that `--assert` lets pass, and the operations it is asked of. */
const asserted = { least: 1.3, operations: ['Q1', 'Q2', 'Q4'] } as const;

/** What `--assert` finds wanting, in words: too slow, or not measured. */
export function failures({ measured }: Results, clients: number): string[] {
  return asserted.operations.flatMap((id) => {
    const found = ratioAt(measured, id, clients, ratiosTold[0]);
    if (found === null) return [`--assert: ${id} was not measured on both ours and the peer.`];
    return found < asserted.least
      ? [`--assert: on ${id} ours / peer is ${found.toFixed(2)}, under ${asserted.least}.`]
      : [];
  });
}
