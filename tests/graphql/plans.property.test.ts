import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/store.ts';
import { globalId } from '../../src/resolvers/node.ts';
import { schema } from '../../src/schema/index.ts';
import { describeOnEachEngine } from '../engines.ts';
import { articleDossiers } from '../support/article.ts';
import { type Answer, ask } from '../support/ask.ts';
import { generateDossiers } from '../support/generated.ts';
import { loadedStore } from '../support/loaded-store.ts';
import { chanceOf } from '../support/operations/chance.ts';
import { gatherCursors } from '../support/operations/cursors.ts';
import { type MadeOperation, madeOperation, type Pool, type Style } from '../support/operations.ts';

const dossiers = generateDossiers(20261201, { entities: 40, relationships: 80, events: 40, articles: 4 });
const things = dossiers.flatMap(({ entities, events, article }) => [
  ...entities.map(({ id, kind }) => ({ id, kind, sort: 'entities' })),
  ...events.map(({ id, kind }) => ({ id, kind, sort: 'events' })),
  { id: article.id, kind: 'Article', sort: 'articles' },
]);
const named = (sort: string) => things.filter((one) => one.sort === sort).map(({ id }) => id);

const pool: Pool = {
  entities: [...new Set(['openai', 'microsoft', ...named('entities')])],
  events: [...named('events'), 'openai-founding', 'microsoft-openai-partnership'],
  articles: [...named('articles'), 'ciokorea-126908'],
  ids: [
    ...things.map(({ id, kind }) => globalId(kind, id)),
    globalId('Person', 'openai'),
    globalId('Launch', 'nothing'),
  ],
  cursors: new Map(),
};

const mostShrinks = 400;

/** Engines agree on cursors, so that those of the first serve the second too. */
const cursors = new Map();

const runs = {
  embedded: { plain: 100, paged: 200, ahead: 100, fields: 26, depth: 5, roots: 3 },
  // Neo4j plans each new text for a while: few operations, and small ones.
  neo4j: { plain: 10, paged: 14, ahead: 16, fields: 11, depth: 4, roots: 2 },
};

describeOnEachEngine('operations read ahead', (open, { name: engine }) => {
  const ready = loadedStore(open, async () => [...(await articleDossiers()), ...dossiers]);
  const { fields, depth, roots, ...count } = runs[engine];

  /** Makes up operations and checks each, always the same ones; `check` fails where one is not as it should be. */
  async function forOperations(
    seed: number,
    numRuns: number,
    of: { readonly pool: Pool; readonly style: Omit<Style, 'spoils'> },
    check: (operation: MadeOperation, store: GraphStore, spoils: number) => Promise<void>,
  ): Promise<void> {
    const store = await ready();
    let tries = 0;
    const property = fc.asyncProperty(fc.gen(), async (generate) => {
      tries += 1;
      // Where one fails, it is made smaller, but not for ever.
      if (tries > numRuns + mostShrinks) return;
      const chance = chanceOf(generate);
      const spoils = !of.style.isAhead && chance.chance(0.15) ? 1 : 0;
      await check(madeOperation(schema, of.pool, { ...of.style, spoils }, chance), store, spoils);
    });
    await fc.assert(property, { seed, numRuns, unbiased: true });
  }

  it('are answered as field by field, with no more statements', async () => {
    const style = { fields, depth, roots };
    await forOperations(1, count.plain, { pool, style }, async (operation, store, spoils) => {
      const { data } = await expectAlike(store, operation, spoils);
      gatherCursors(data, operation.lists, cursors);
    });
  });

  it('are answered as field by field from the middle of lists', async () => {
    const style = { fields, depth, roots };
    expect(cursors.size).toBeGreaterThan(8);
    await forOperations(
      2,
      count.paged,
      { pool: { ...pool, cursors }, style },
      async (operation, store, spoils) => {
        await expectAlike(store, operation, spoils);
      },
    );
  });

  it('take one statement where all fields declare what they read', async () => {
    const style = { fields, depth, roots: 1, isAhead: true };
    await forOperations(3, count.ahead, { pool, style }, async (operation, store) => {
      const { statements } = await expectAlike(store, operation, 0);
      const { source, variables } = operation;
      const plain = await ask(store, source, { variables, ahead: false });
      // None where directives leave nothing of what would be read.
      const most = Math.min(1, plain.statements.length);
      expect([source, statements]).toEqual([source, Array(most).fill(expect.any(String))]);
    });
  });
});

/** Asks an operation both ways, and gives the answer of the plan. */
async function expectAlike(store: GraphStore, operation: MadeOperation, spoils: number): Promise<Answer> {
  const { source, variables } = operation;
  const ahead = await ask(store, source, { variables });
  const plain = await ask(store, source, { variables, ahead: false });
  const told = (answer: Answer) => ({ source, variables, data: answer.data, errors: errorsOf(answer) });
  expect(told(ahead)).toEqual(told(plain));
  // What is refused may be refused before what was read for it is asked for.
  if (spoils > 0) return ahead;
  expect([source, variables, plain.errors]).toEqual([source, variables, []]);
  const more = [...sortsOf(ahead)].filter((name) => !sortsOf(plain).has(name));
  expect([source, variables, more]).toEqual([source, variables, []]);
  return ahead;
}

/** Of each sort of statement there can be several: what is read for itself is read together where it happens to meet. */
function sortsOf({ statements }: Answer): ReadonlySet<string> {
  return new Set(statements.map((name) => name.replace('+', '')));
}

/** Where several items of a list fail alike, any of them may be the one that is told of: see the specification, 6.4.4. */
function errorsOf({ errors, paths }: Answer): string[] {
  return errors
    .map((message, place) => `${paths[place]?.replace(/\.\d+(?=\.|$)/g, '.#')}: ${message}`)
    .sort();
}
