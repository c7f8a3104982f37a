import { join } from 'node:path';
import { projectRoot } from '../paths.ts';

/** A server of the benchmark: what it is, and how it is started. */
export type ServerKind = {
  readonly name: 'ours' | 'unprotected' | 'cached' | 'embedded' | 'peer' | 'hand-written' | 'naive' | 'hello';
  readonly title: string;
  /** Which words of an operation it is asked in. */
  readonly speaks: 'ours' | 'peer' | 'plain' | 'hello';
  /** What node runs, and for ours in which checkout: see `isOurs`. */
  readonly script: readonly string[];
  readonly isOurs?: true;
  /** The module that the script is built of, as the service is, and the folder it is built into, which holds nothing else. */
  readonly built?: { readonly of: string; readonly into: string };
  readonly usesNeo4j?: true;
  /** Answers only the operations that are marked for it, and in the first round alone. */
  readonly onlyNaive?: true;
  /** Whether it may keep answers: of all others the road to the graph is compared. */
  readonly keepsAnswers?: true;
  /** Measured only where it is asked for. */
  readonly isExtra?: true;
};

const ownScript = (file: string) => [join(projectRoot, 'bench', 'servers', file)];
// Ours as shipped: built, and started by its own command line.
const serve = [join('dist', 'main.js'), 'serve', '--no-load'];

/** All servers, in the order of a round. */
export const serverKinds: readonly ServerKind[] = [
  {
    name: 'ours',
    title: 'Throughline on Neo4j',
    speaks: 'ours',
    script: serve,
    isOurs: true,
    usesNeo4j: true,
  },
  {
    name: 'unprotected',
    title: 'Throughline on Neo4j, unprotected',
    speaks: 'ours',
    script: [join(projectRoot, '.unprotected', 'unprotected.js')],
    built: { of: join('tools', 'unprotected.ts'), into: '.unprotected' },
    usesNeo4j: true,
    isExtra: true,
  },
  {
    name: 'cached',
    title: 'Throughline on Neo4j, cache on',
    speaks: 'ours',
    script: serve,
    isOurs: true,
    usesNeo4j: true,
    keepsAnswers: true,
    isExtra: true,
  },
  {
    name: 'embedded',
    title: 'Throughline, embedded engine',
    speaks: 'ours',
    script: serve,
    isOurs: true,
  },
  { name: 'peer', title: '@neo4j/graphql', speaks: 'peer', script: ownScript('peer.ts'), usesNeo4j: true },
  {
    name: 'hand-written',
    title: 'hand-written statements',
    speaks: 'plain',
    script: ownScript('hand-written.ts'),
    usesNeo4j: true,
  },
  {
    name: 'naive',
    title: 'naive resolvers',
    speaks: 'plain',
    script: ownScript('naive.ts'),
    usesNeo4j: true,
    onlyNaive: true,
  },
  {
    name: 'hello',
    title: 'yoga hello world',
    speaks: 'hello',
    script: ownScript('hello.ts'),
  },
];
