import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { operationOf } from '../../src/operation.ts';
import { globalId } from '../../src/resolvers/node.ts';
import { schema } from '../../src/schema/index.ts';
import { createCosting } from '../../src/server/limits/cost.ts';
import { describeOnEachEngine } from '../engines.ts';
import { articleDossiers } from '../support/article.ts';
import { ask } from '../support/ask.ts';
import { createRandom } from '../support/generated/random.ts';
import { generateDossiers } from '../support/generated.ts';
import { loadedStore } from '../support/loaded-store.ts';
import { madeOperation, type Pool } from '../support/operations.ts';

const dossiers = generateDossiers(20261128, { entities: 40, relationships: 80, events: 40, articles: 4 });
const entities = dossiers.flatMap((dossier) => dossier.entities);
const events = dossiers.flatMap((dossier) => dossier.events);
const pool: Pool = {
  entities: ['openai', 'microsoft', ...entities.map(({ id }) => id)],
  events: ['openai-founding', ...events.map(({ id }) => id)],
  articles: dossiers.map(({ article }) => article.id),
  ids: [...entities, ...events].map(({ id, kind }) => globalId(kind, id)),
  cursors: new Map(),
};

const operations = { embedded: 1_000, neo4j: 60 };

/** The records in an answer. */
function recordsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce((sum: number, one) => sum + recordsIn(one), 0);
  return inner + (Array.isArray(value) ? 0 : 1);
}

describeOnEachEngine('the cost of an operation', (open, { name }) => {
  const ready = loadedStore(open, async () => [...(await articleDossiers()), ...dossiers]);

  it('is no less than the statements it takes, and the records it gives', async () => {
    const store = await ready();
    const random = createRandom(7);
    const style = { fields: 24, depth: 5, roots: 3, spoils: 0 };
    let most = 0;
    for (let count = 0; count < operations[name]; count += 1) {
      const { source, variables } = madeOperation(schema, pool, style, random);
      const operation = operationOf({ schema, document: parse(source), variableValues: variables });
      if (!operation) throw new Error(`No operation: ${source}`);
      const { cost } = createCosting({ cost: 0, depth: 0 })(operation);
      const { data, statements } = await ask(store, source, { variables });
      // What is at the root is no record.
      const work = Math.max(statements.length, recordsIn(data) - 1);
      expect([work <= cost, work, cost, source, variables]).toEqual([true, work, cost, source, variables]);
      most = Math.max(most, work);
    }
    expect(most).toBeGreaterThan(50);
  });
});
