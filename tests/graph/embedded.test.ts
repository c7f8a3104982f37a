import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openEmbedded } from '../../src/graph/embedded.ts';
import type { GraphStore, Statement } from '../../src/graph/store.ts';

const create: Statement = { name: 'test.create', text: 'CREATE (n:Thing {id: $id})', row: z.unknown().parse };
const ids: Statement<{ id: string }> = {
  name: 'test.ids',
  text: 'MATCH (n:Thing) RETURN n.id AS id ORDER BY id',
  row: z.object({ id: z.string() }).parse,
};

const put = (store: GraphStore, id: string) => store.write(({ run }) => run(create, { id }));

let root: string;
let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'throughline-store-'));
  folder = join(root, 'deep', 'graph');
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(root, { recursive: true, force: true });
});

/** A store in `folder` that holds one thing and is closed. */
async function createStore(): Promise<void> {
  const store = await openEmbedded({ path: folder });
  await store.ensureSchema();
  await put(store, 'a');
  await store.close();
}

/** Another process that holds `folder`, once it does. */
async function holder(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('hold-store.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

/** Changes every file of the store. */
async function damage(change: (content: Buffer) => Buffer): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    await writeFile(file, change(await readFile(file)));
  }
}

describe('the embedded store in a folder', () => {
  it('makes the folder, and has everything again when it is opened anew', async () => {
    await createStore();
    const store = await openEmbedded({ path: folder });
    await store.ensureSchema();
    expect(await store.read(ids, {})).toEqual([{ id: 'a' }]);
    await expect(put(store, 'a')).rejects.toMatchObject({ code: 'CONFLICT' });
    await store.close();
  });

  it('finishes the writes it was given before it closes', async () => {
    await createStore();
    const store = await openEmbedded({ path: folder });
    const writes = ['b', 'c', 'd'].map((id) => put(store, id));
    await Promise.all([store.close(), ...writes]);
    const again = await openEmbedded({ path: folder });
    expect((await again.read(ids, {})).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    await again.close();
  });

  it('is locked while another process has it, and free once that has died', async () => {
    const child = await holder();
    const opening = openEmbedded({ path: folder });
    await expect(opening).rejects.toMatchObject({ name: 'StoreError', code: 'STORE_LOCKED' });
    await expect(opening).rejects.toThrow(
      `Another process has the graph in ${folder} open. Stop it, or set STORE_PATH to another folder.`,
    );
    child.kill('SIGKILL');
    await once(child, 'close');
    await openEmbedded({ path: folder }).then((store) => store.close());
  });

  it.each<[string, (content: Buffer) => Buffer]>([
    ['cut short', (content) => content.subarray(0, content.length / 2)],
    ['overwritten', (content) => Buffer.alloc(content.length, 0xab)],
    ['emptied', () => Buffer.alloc(0)],
    ['no store at all', () => Buffer.from('name: value\n')],
  ])('is damaged when its file is %s, and says how to mend it', async (_, change) => {
    await createStore();
    await damage(change);
    const opening = openEmbedded({ path: folder });
    await expect(opening).rejects.toMatchObject({ name: 'StoreError', code: 'STORE_DAMAGED' });
    await expect(opening).rejects.toThrow(
      `The graph in ${folder} is damaged. It is derived from data/: delete ${folder}/graph.grafeo* and rebuild it with \`throughline load\`.`,
    );
  });

  it('cannot be where a file is', async () => {
    const file = join(root, 'file');
    await writeFile(file, '');
    for (const path of [file, join(file, 'graph')]) {
      const opening = openEmbedded({ path });
      await expect(opening).rejects.toMatchObject({ name: 'StoreError', code: 'UNAVAILABLE' });
      await expect(opening).rejects.toThrow(/Set STORE_PATH to a folder that can be written/);
    }
  });
});

describe('a write to the embedded store', () => {
  it('tells of more hops at once than a call takes arguments', async () => {
    const store = await openEmbedded();
    const owners = Array.from({ length: 300_000 }, (_, index) => `thing-${index}`);
    await store.write(async ({ run, rejoined }) => {
      rejoined(owners);
      await run(create, { id: 'ada' });
    });
    expect(await store.read(ids, {})).toEqual([{ id: 'ada' }]);
    await store.close();
  });
});

describe('a read of the embedded store', () => {
  it.each([
    "CREATE (n:Thing {id: 'b'})",
    "match (n:Thing) set n.id = 'b'",
    "MERGE (n:Thing {id: 'b'})",
    'MATCH (n:Thing)\nREMOVE n.id',
    'MATCH (n:Thing) DETACH DELETE n',
    "FOREACH (i IN [1] | CREATE (n:Thing {id: 'b'}))",
    "UNWIND ['b'] AS k CALL (k) { CREATE (n:Thing {id: k}) } RETURN 1 AS one",
  ])('leaves everything as it is: %s', async (text) => {
    const store = await openEmbedded();
    await put(store, 'a');
    await expect(store.read({ name: 'test.write', text, row: z.unknown().parse }, {})).rejects.toThrow(
      'test.write',
    );
    expect(await store.read(ids, {})).toEqual([{ id: 'a' }]);
    await store.close();
  });
});
