import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const testFiles = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `tests/${file}`);

const usesExplorer = (file: string) =>
  /from '[^']*\/explorer\.ts'/.test(readFileSync(file, 'utf8')) && file.startsWith('tests/web/');

const usesEngines = (file: string) => /from '[^']*\/engines\.ts'/.test(readFileSync(file, 'utf8'));

/** How many test files run at a time, on two cores: some of them wait for a clock, and all of them for one another. */
const lanes = 3;

/** What measures how long a person or a client waits, and so runs when all else is done. */
const timed = ['tests/faults/neo4j.test.ts', 'tests/web/budget.test.ts', 'tests/web/dense-timeline.test.ts'];

const isTimed = (file: string) => timed.includes(file);

// Whoever lends the tests a Neo4j lends one: the files that use it take turns.
const turns = process.env.NEO4J_TEST_URI ? { maxWorkers: 1, sequence: { groupOrder: 1 } } : {};

/** Files of a project follow one another: a worker keeps what it has loaded for as long as it stays with a project. */
class ProjectByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => one.project.name.localeCompare(other.project.name));
  }
}

/**
 * Four projects. Test files that import tests/web/explorer.ts look at the explorer in a browser, built once for them all.
 * Test files that import tests/engines.ts need a Neo4j, which each lane has of its own, and only they make it start. What
 * is timed runs alone, at the end; of it, what needs a Neo4j starts one that it can kill. All others need nothing installed.
 */
export default defineConfig({
  // graphql comes twice in its package and works once in a process; Node and our dependencies take this one.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    maxWorkers: lanes,
    sequence: { sequencer: ProjectByProject },
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: testFiles.filter((file) => !usesEngines(file) && !usesExplorer(file) && !isTimed(file)),
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'explorer',
          include: testFiles.filter((file) => usesExplorer(file) && !isTimed(file)),
          globalSetup: 'tests/web/build.ts',
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'engines',
          include: testFiles.filter((file) => usesEngines(file) && !isTimed(file)),
          globalSetup: 'tests/global-setup.ts',
          // Each of these files imports all of the service: anew for every file, that takes longer than the tests do.
          isolate: false,
          ...turns,
          // A Neo4j that has just started takes a second or more to plan a long statement the first time.
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'timed',
          include: timed,
          globalSetup: 'tests/web/build.ts',
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: 300_000,
        },
      },
    ],
  },
});
