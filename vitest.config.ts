import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const testFiles = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `tests/${file}`);

const usesExplorer = (file: string) =>
  /from '[^']*\/explorer\.ts'/.test(readFileSync(file, 'utf8')) && file.startsWith('tests/web/');

const usesEngines = (file: string) => /from '[^']*\/engines\.ts'/.test(readFileSync(file, 'utf8'));

/**
 * Three projects. Test files that import tests/web/explorer.ts look at the explorer in a browser, built once for them all.
 * Test files that import tests/engines.ts share one Neo4j, so they run one at a time, and only they make it start. All
 * others run side by side and need nothing installed.
 */
export default defineConfig({
  // graphql comes twice in its package and works once in a process; Node and our dependencies take this one.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: testFiles.filter((file) => !usesEngines(file) && !usesExplorer(file)),
        },
      },
      {
        extends: true,
        test: {
          name: 'explorer',
          include: testFiles.filter(usesExplorer),
          globalSetup: 'tests/web/build.ts',
          // A browser each: side by side they would only wait for one another.
          fileParallelism: false,
          // After all others: it is measured how long a reader waits.
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'engines',
          include: testFiles.filter(usesEngines),
          globalSetup: 'tests/global-setup.ts',
          fileParallelism: false,
          // A Neo4j that has just started takes a second or more to plan a long statement the first time.
          testTimeout: 300_000,
        },
      },
    ],
  },
});
