import { afterAll, describe, inject, it } from 'vitest';
import { z } from 'zod';
import { openEmbedded } from '../src/graph/embedded.ts';
import { type Neo4jAddress, openNeo4j } from '../src/graph/neo4j.ts';
import type { GraphStore, Statement } from '../src/graph/store.ts';

/** The Neo4j of the lane that this file runs in; null where there is none. */
export const neo4jUri: string | null = uriOfLane(inject('neo4jUris'));

const neo4jAddress: Neo4jAddress | null = neo4jUri === null ? null : addressOf(neo4jUri);

/** An engine to test on. `open` gives a store that has its schema and holds no node; one of an engine at a time. */
export type Engine = {
  readonly name: 'embedded' | 'neo4j';
  readonly available: boolean;
  open(): Promise<GraphStore>;
};

/** Every engine there is, the reference first. One that is not available may be skipped locally, never in CI. */
export const engines: readonly Engine[] = [
  { name: 'embedded', available: true, open: () => emptied(openEmbedded()) },
  {
    name: 'neo4j',
    available: neo4jAddress !== null,
    open: () => {
      if (!neo4jAddress) throw new Error('This run has no Neo4j.');
      return emptied(openNeo4j(neo4jAddress));
    },
  },
];

/**
 * Defines the same tests once for each engine. `open` gives an empty store, which is closed after the last of them.
 */
export function describeOnEachEngine(
  title: string,
  define: (open: () => Promise<GraphStore>, engine: Engine) => void,
): void {
  for (const engine of engines) {
    describe(`${title} (${engine.name})`, () => {
      if (!engine.available) {
        it('is not tested here', ({ skip }) =>
          skip('this run has no Neo4j; the notice at its start says why'));
        return;
      }
      const opened: GraphStore[] = [];
      afterAll(() => Promise.all(opened.map((store) => store.close())));
      const open = async () => {
        const store = await engine.open();
        opened.push(store);
        return store;
      };
      define(open, engine);
    });
  }
}

function uriOfLane(uris: readonly string[] | null | undefined): string | null {
  if (uris === undefined)
    throw new Error(
      'A test file that uses the engines must import tests/engines.ts itself: see vitest.config.ts.',
    );
  if (uris === null) return null;
  // Vitest numbers the workers of a run from 1. One Neo4j that was lent is everybody's, in turns.
  const lane = process.env.NEO4J_TEST_URI ? 1 : Number(process.env.VITEST_POOL_ID);
  const uri = uris[lane - 1];
  if (uri === undefined) throw new Error(`There is no Neo4j for lane ${lane}.`);
  return uri;
}

function addressOf(uri: string): Neo4jAddress {
  const { NEO4J_TEST_USER: user = 'neo4j', NEO4J_TEST_PASSWORD: password = '' } = process.env;
  return { uri, user, password };
}

const deleteEverything: Statement = {
  name: 'test.deleteEverything',
  text: 'MATCH (n) DETACH DELETE n',
  row: z.unknown().parse,
};

async function emptied(opening: Promise<GraphStore>): Promise<GraphStore> {
  const store = await opening;
  await store.ensureSchema();
  await store.write(({ run }) => run(deleteEverything, {}));
  return store;
}
