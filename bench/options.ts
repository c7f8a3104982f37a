import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { operations } from './ops/index.ts';
import type { Operation } from './ops/operation.ts';
import { projectRoot } from './paths.ts';
import { type ServerKind, serverKinds } from './servers/index.ts';

/** What a run is told. */
export type Options = {
  readonly isQuick: boolean;
  /** Fail where ours is too slow beside the peer. */
  readonly isAsserting: boolean;
  /** Only compare the answers, and time nothing. */
  readonly isChecking: boolean;
  readonly operations: readonly Operation[];
  readonly servers: readonly ServerKind[];
  readonly clients: readonly number[];
  readonly rounds: number;
  readonly seconds: number;
  readonly firstWarmUpSeconds: number;
  readonly warmUpSeconds: number;
  readonly things: number;
  readonly seed: number;
  /** Where the data are kept between runs; a temporary folder where left out. */
  readonly data?: string;
  /** The Neo4j whose graph is measured as it is, instead of one of the benchmark's own. */
  readonly uri?: string;
  readonly json?: string;
  /** The checkout of Throughline that is measured: this one, unless told. */
  readonly tree: string;
  /** Whether ours writes a CPU profile. */
  readonly isProfiling: boolean;
};

// Each server is warmed up by all operations together before the first, and by each before its rounds.
const full = { rounds: 3, seconds: 2.5, firstWarmUpSeconds: 10, warmUpSeconds: 2, things: 80_000 };
const quick = { rounds: 1, seconds: 2, firstWarmUpSeconds: 4, warmUpSeconds: 1, things: 4_000 };

const leftOutOfQuick: ReadonlySet<string> = new Set<ServerKind['name']>(['naive', 'embedded']);

/** How a run is told what to do. */
export const usage = `npm run bench -- [options]
  --quick            a small graph and short runs: under three minutes
  --assert           fail where ours/peer is under 1.3 on Q1, Q2 or Q4
  --check            compare the answers, and time nothing
  --ops Q1,Q2        only these operations (${operations.map(({ id }) => id).join(', ')})
  --servers ours,peer  only these servers (${serverKinds.map(({ name }) => name).join(', ')})
  --clients 1,16     how many clients at a time
  --seconds 2.5      how long each run takes; one client alone gets half
  --rounds 3         how often each server has its turn
  --things 80000     how large a graph: of 1000 things 125 are people, 125 organizations, 375 events
  --seed 1           which graph, and which variables
  --data <folder>    keep the graph there, and use the one it holds
  --uri <bolt://…>   measure the graph that this Neo4j holds (not with the embedded engine)
  --json <file>      write the figures there too
  --tree <folder>    measure another checkout of Throughline, with its packages installed
  --cpu-prof         let ours, and ours unprotected, write a CPU profile (.cpuprofile, in the working folder)
`;

/** Reads the command line. Throws an Error that says what is wrong with it. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      assert: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      ops: { type: 'string' },
      servers: { type: 'string' },
      clients: { type: 'string' },
      seconds: { type: 'string' },
      rounds: { type: 'string' },
      things: { type: 'string' },
      seed: { type: 'string', default: '1' },
      data: { type: 'string' },
      uri: { type: 'string' },
      json: { type: 'string' },
      tree: { type: 'string', default: projectRoot },
      'cpu-prof': { type: 'boolean', default: false },
    },
  });
  const standard = values.quick ? quick : full;
  const number = (name: 'seconds' | 'rounds' | 'things') => positive(name, values[name], standard[name]);
  const usual = serverKinds.filter(
    ({ name, isExtra }) => !isExtra && !(values.quick && leftOutOfQuick.has(name)),
  );
  return {
    isQuick: values.quick,
    isAsserting: values.assert,
    isChecking: values.check,
    operations: chosen('--ops', values.ops, operations, ({ id }) => id, operations),
    servers: chosen('--servers', values.servers, serverKinds, ({ name }) => name, usual),
    clients: (values.clients ?? (values.quick ? '16' : '1,16'))
      .split(',')
      .map((one) => positive('clients', one, 1)),
    rounds: number('rounds'),
    seconds: number('seconds'),
    firstWarmUpSeconds: standard.firstWarmUpSeconds,
    warmUpSeconds: standard.warmUpSeconds,
    things: number('things'),
    seed: positive('seed', values.seed, 1),
    ...(values.data !== undefined && { data: values.data }),
    ...(values.uri !== undefined && { uri: values.uri }),
    ...(values.json !== undefined && { json: values.json }),
    tree: resolve(values.tree),
    isProfiling: values['cpu-prof'],
  };
}

function positive(name: string, text: string | undefined, standard: number): number {
  if (text === undefined) return standard;
  const number = Number(text);
  if (!(number > 0)) throw new Error(`--${name} takes a number above 0, not "${text}".`);
  return number;
}

function chosen<T>(
  option: string,
  text: string | undefined,
  all: readonly T[],
  nameOf: (one: T) => string,
  standard: readonly T[],
): readonly T[] {
  if (text === undefined) return standard;
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !all.some((one) => nameOf(one) === name));
  if (unknown !== undefined)
    throw new Error(`${option} takes some of ${all.map(nameOf).join(', ')}, not "${unknown}".`);
  return all.filter((one) => names.includes(nameOf(one)));
}
