import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startNeo4js } from '../tools/neo4j/start.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The Neo4j of each lane of this test run, or null where there is none. Their whole content belongs to the tests. */
    neo4jUris: readonly string[] | null;
  }
}

/** For as long as the tests run: each fills an empty graph, which changes it much, and any plan does for so little. */
const planSeconds = 3_600;

const say = (message: string) => process.stderr.write(`[tests] ${message}\n`);

/**
 * Gives the tests a Neo4j: the one NEO4J_TEST_URI names, which they empty, or one for each lane, which end with them.
 * TEST_NEO4J=0 leaves it out, and so does a machine without Java or Maven, with a notice; where CI=true that fails.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { NEO4J_TEST_URI: given, TEST_NEO4J: wanted, CI } = process.env;
  if (given) {
    project.provide('neo4jUris', [given]);
    return undefined;
  }
  try {
    if (wanted === '0') throw new Error('TEST_NEO4J=0 leaves it out.');
    const { uris, stop } = await startForTests(project.config.maxWorkers ?? 1);
    project.provide('neo4jUris', uris);
    return stop;
  } catch (cause) {
    if (CI === 'true')
      throw new Error('The tests need a Neo4j, and in CI they may not go without.', { cause });
    say('=== NOTHING IS TESTED ON NEO4J in this run ===');
    say(cause instanceof Error ? cause.message : String(cause));
    project.provide('neo4jUris', null);
    return undefined;
  }
}

type Lanes = { readonly uris: readonly string[]; readonly stop: () => Promise<void> };

async function startForTests(lanes: number): Promise<Lanes> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-neo4j-'));
  const clear = () => rm(directory, { recursive: true, force: true });
  try {
    const directories = Array.from({ length: lanes }, (_, lane) => join(directory, String(lane)));
    const neo4js = await startNeo4js(directories, { planSeconds, progress: say });
    return { uris: neo4js.uris, stop: () => neo4js.stop().then(clear) };
  } catch (error) {
    await clear();
    throw error;
  }
}
