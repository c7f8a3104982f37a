import { copyFile, cp, mkdtemp, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { openEmbedded } from '../../src/graph/embedded.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { sketch } from '../support/dossiers.ts';
import { generateDossiers } from '../support/generated.ts';

let root: string;
let graph: string;
let index: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'throughline-index-'));
  [graph, index] = [join(root, 'graph.grafeo'), join(root, 'graph.grafeo.index')];
});

afterEach(() => rm(root, { recursive: true, force: true }));

/** Lends the store in the folder to `work`, and closes it as a process that ends in order does. */
async function withStore<T>(work: (store: GraphStore) => Promise<T>, path = root): Promise<T> {
  const store = await openEmbedded({ path });
  await store.ensureSchema();
  return work(store).finally(() => store.close());
}

/** Loads an article that names these people, in the place of the one before. */
const load = (...names: string[]) =>
  withStore((store) =>
    loadDossiers(store, [
      sketch({
        entities: names.map((name) => `${name}:Person:${name}`),
        events: names.map((name, place) => ({
          id: `said-by-${name}`,
          kind: 'Statement',
          date: `201${place}`,
          participants: { SPEAKER: [name] },
        })),
      }),
    ]),
  );

/** What the index says: who is found by each name, and the events in order with their years. */
async function ask(store: GraphStore) {
  const found = await store.search(
    ['ada', 'bob', 'eve'].map((name) => ({
      tokens: [{ token: `W${name}`, weight: 1 }],
      kinds: ['Person'],
      limit: 5,
    })),
  );
  const events = await store.orderedIds({ list: 'Event', kinds: ['Statement'], backwards: false, limit: 9 });
  const years = await store.orderedCounts({ list: 'Event', kinds: ['Statement'] }, 'YEAR');
  return { people: found.flatMap(({ ids }) => ids), events, years };
}

const answerOf = (...names: string[]) => ({
  people: [...names].sort(),
  events: names.map((name) => `said-by-${name}`),
  years: names.map((_, place) => [`201${place}`, 1]),
});

describe('the index kept beside an embedded store', () => {
  it('is what the next start answers by', async () => {
    await load('bob', 'ada');
    const content = await readFile(index);
    // Only whoever reads it from there finds eve.
    const planted = Buffer.from(
      content.toString('latin1').replaceAll('said-by-ada', 'said-by-eve'),
      'latin1',
    );
    await writeFile(index, planted);
    const { events } = await withStore(ask);
    expect(events).toEqual(['said-by-bob', 'said-by-eve']);
  });

  it('follows what is loaded, changed and taken out after it was read', async () => {
    await load('bob', 'ada');
    await load('eve', 'bob');
    expect(await withStore(ask)).toEqual(answerOf('eve', 'bob'));
    await load('ada');
    expect(await withStore(ask)).toEqual(answerOf('ada'));
  });

  it('is made anew where there is none, as it was', async () => {
    await load('bob', 'ada');
    await rm(index);
    const again = await withStore(async (store) => {
      // It is kept at once, so that a process that is killed has not built it for nothing.
      await expect(stat(index)).resolves.toBeDefined();
      return ask(store);
    });
    expect(again).toEqual(answerOf('bob', 'ada'));
  });

  it('holds of a store what it held while that was loaded, whether kept or made anew', async () => {
    const lists = ['Entity', 'Event', 'Article'] as const;
    const everything = async (store: GraphStore) => {
      const range = { from: '2016-03-01', to: '2018-03-01' };
      const pages = lists.flatMap((list) => [{ list }, { list, ...range }]);
      const counts = (['KIND', 'MONTH', 'DECADE'] as const).map((by) =>
        store.orderedCounts({ list: 'Event' }, by),
      );
      return Promise.all([
        ...pages.map((page) => store.orderedIds({ ...page, backwards: false, limit: 100 })),
        ...counts,
        store.search([{ tokens: [{ token: 'Pa', weight: 1 }], limit: 100 }]),
      ]);
    };
    const dossiers = generateDossiers(7, { entities: 25, relationships: 10, events: 40, articles: 4 });
    const held = await withStore(async (store) => {
      await loadDossiers(store, dossiers.slice(0, 2));
      await loadDossiers(store, dossiers);
      return everything(store);
    });
    expect(await withStore(everything)).toEqual(held);
    await rm(index);
    expect(await withStore(everything)).toEqual(held);
  });

  it('is passed over where it is of an earlier state, as after a crash', async () => {
    await load('bob', 'ada');
    const earlier = await readFile(index);
    await load('eve', 'bob');
    await writeFile(index, earlier);
    expect(await withStore(ask)).toEqual(answerOf('eve', 'bob'));
  });

  it('is passed over after a process that wrote and then died', async () => {
    await load('bob', 'ada');
    const crashed = await mkdtemp(join(tmpdir(), 'throughline-crashed-'));
    const store = await openEmbedded({ path: root });
    await loadDossiers(store, [sketch({ entities: ['eve:Person:eve'] })]);
    // The store's files as the process leaves them that is killed here: the log is not in the file yet.
    await cp(root, crashed, { recursive: true, preserveTimestamps: true });
    await store.close();
    await expect(stat(join(crashed, 'graph.grafeo.wal'))).resolves.toBeDefined();
    const { people } = await withStore(ask, crashed);
    expect(people).toEqual(['eve']);
    await rm(crashed, { recursive: true });
  });

  it('is passed over where another store of as many writes was put in its place', async () => {
    await load('bob', 'ada');
    await copyFile(graph, join(root, 'kept'));
    await copyFile(index, join(root, 'kept.index'));
    await rm(graph);
    await rm(index);
    await load('eve', 'bob');
    await copyFile(join(root, 'kept.index'), index);
    expect(await withStore(ask)).toEqual(answerOf('eve', 'bob'));
  });

  it.each<[string, () => Promise<void>]>([
    ['cut short', async () => truncate(index, (await stat(index)).size - 4)],
    ['cut in its head', () => truncate(index, 20)],
    ['empty', () => writeFile(index, '')],
    ['something else', () => writeFile(index, '{"version": 1}')],
    [
      'of another layout',
      async () =>
        writeFile(
          index,
          (await readFile(index)).toString('latin1').replace(/"version":\d+/, '"version":0'),
          'latin1',
        ),
    ],
    ['of another time', () => utimes(graph, new Date(), new Date(0))],
  ])('is passed over where it is %s', async (_, spoil) => {
    await load('bob', 'ada');
    await spoil();
    expect(await withStore(ask)).toEqual(answerOf('bob', 'ada'));
  });
});
