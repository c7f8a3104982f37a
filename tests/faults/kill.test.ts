import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { dumpGraph } from '../../src/graph/dump.ts';
import { openStore } from '../../src/graph/open.ts';
import { engines, neo4jUri } from '../engines.ts';
import { generateDossiers } from '../support/generated.ts';
import { startLoading } from './loading.ts';
import { rounds } from './rounds.ts';

// The same articles, which say two different things: a load puts one graph in the place of the other.
const amounts = { entities: 60, relationships: 150, events: 100, articles: 10 };
const [older, newer] = [generateDossiers(1, amounts), generateDossiers(2, amounts)];

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-kill-'));
  file = join(folder, 'dossiers.json');
  await writeFile(file, JSON.stringify(newer));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Where = Parameters<typeof openStore>[0];

/** Opens a store anew, as a start does, for some work. */
async function within<T>(where: Where, work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>) {
  const store = await openStore(where);
  try {
    await store.ensureSchema();
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The dump of a store into which the older dossiers were loaded. */
const fill = (where: Where) =>
  within(where, async (store) => {
    await loadDossiers(store, older, { removeOthers: true });
    return dumpGraph(store);
  });

/** Lets a load go to its end, and gives how many statements its write had. */
async function undisturbed(address: string): Promise<number> {
  const loading = startLoading(file, address);
  await loading.begun;
  expect(await loading.ended).toEqual(['done']);
  return loading.steps();
}

/** After which statement a process is killed: the first time before any, the last time in the commit, else anywhere. */
function statementOf(round: number, statements: number): number {
  if (round === 0) return 0;
  return round === rounds - 1 ? statements : Math.floor(Math.random() * statements);
}

/**
 * Kills a process while it loads, at some statement or other, `rounds` times; gives which graph was there afterwards. One
 * is left alone before, so that what is whole is known, and in how many statements it is.
 */
async function killed(reset: () => Promise<void>, address: string, where: Where) {
  await reset();
  const before = await within(where, dumpGraph);
  const statements = await undisturbed(address);
  const after = await within(where, dumpGraph);
  expect(after).not.toBe(before);

  const found: ('older' | 'newer' | 'neither')[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await reset();
    const loading = startLoading(file, address);
    await loading.begun;
    await loading.untilOver(statementOf(round, statements));
    // Within the next statement, or the commit: they take some milliseconds each.
    if (round > 0) await pause(Math.random() * 20);
    loading.kill();
    await loading.ended;
    const now = await within(where, dumpGraph);
    found.push(now === before ? 'older' : now === after ? 'newer' : 'neither');
  }
  return found;
}

describe('a load whose process is killed', () => {
  it('leaves the embedded store as it was, or as it was to be', async () => {
    const [template, path] = [join(folder, 'template'), join(folder, 'store')];
    await fill({ storePath: template });
    const reset = async () => {
      await rm(path, { recursive: true, force: true });
      await cp(template, path, { recursive: true });
    };
    const found = await killed(reset, path, { storePath: path });
    expect(found).not.toContain('neither');
    expect(found).toContain('older');
  });

  it.skipIf(!engines.some(({ name, available }) => name === 'neo4j' && available))(
    'leaves Neo4j as it was, or as it was to be',
    async () => {
      const uri = neo4jUri ?? '';
      const where = { neo4j: { uri, user: 'neo4j', password: '' } };
      const found = await killed(async () => void (await fill(where)), uri, where);
      expect(found).not.toContain('neither');
      expect(found).toContain('older');
    },
  );
});
