import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { GraphStore, Params, Statement } from '../../src/graph/store.ts';
import { describeOnEachEngine } from '../engines.ts';

function statement<T>(text: string, row: z.ZodType<T>, name = 'test.statement'): Statement<T> {
  return { name, text, row: row.parse };
}

const create = statement('CREATE (n:Thing {id: $id})', z.unknown(), 'test.create');
const ids = statement(
  'MATCH (n:Thing) RETURN n.id AS id ORDER BY id',
  z.object({ id: z.string() }),
  'test.ids',
);
/** Far longer than any test waits. */
const endless = statement(
  'UNWIND range(1, 4000) AS a UNWIND range(1, 4000) AS b RETURN sum(a * b) AS s',
  z.unknown(),
  'test.endless',
);

const put = (store: GraphStore, id: string) => store.write(({ run }) => run(create, { id }));

async function idsOf(store: GraphStore): Promise<string[]> {
  return (await store.read(ids, {})).map(({ id }) => id);
}

async function read<T extends z.ZodRawShape>(store: GraphStore, text: string, params: Params, shape: T) {
  return store.read(statement(text, z.object(shape)), params);
}

describeOnEachEngine('a write', (open) => {
  it('is stored whole, and what it returns is given', async () => {
    const store = await open();
    const given = await store.write(async ({ run }) => {
      await run(create, { id: 'a' });
      await run(create, { id: 'b' });
      return (await run(ids, {})).length;
    });
    expect(given).toBe(2);
    expect(await idsOf(store)).toEqual(['a', 'b']);
  });

  it('stores nothing when the work throws, and the error is the one it threw', async () => {
    const store = await open();
    const error = new Error('thought better of it');
    const work = store.write(async ({ run }) => {
      await run(create, { id: 'a' });
      throw error;
    });
    await expect(work).rejects.toBe(error);
    expect(await idsOf(store)).toEqual([]);
  });

  it('stores nothing when one of its statements fails, even if the work goes on', async () => {
    const store = await open();
    await put(store, 'a');
    const work = store.write(async ({ run }) => {
      await run(create, { id: 'b' });
      await run(create, { id: 'a' }).catch(() => {});
      await run(create, { id: 'c' }).catch(() => {});
    });
    await expect(work).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await idsOf(store)).toEqual(['a']);
  });

  it('may run its statements side by side, also when one of them fails', async () => {
    const store = await open();
    await store.write(({ run }) => Promise.all(['a', 'b', 'c'].map((id) => run(create, { id }))));
    const work = store.write(({ run }) => Promise.all(['d', 'a', 'e'].map((id) => run(create, { id }))));
    await expect(work).rejects.toMatchObject({ name: 'StoreError', code: 'CONFLICT' });
    expect(await idsOf(store)).toEqual(['a', 'b', 'c']);
  });

  it('is refused as a conflict when it would store twice what is unique', async () => {
    const store = await open();
    await put(store, 'a');
    await expect(put(store, 'a')).rejects.toMatchObject({ name: 'StoreError', code: 'CONFLICT' });
    const graph = statement("CREATE (:Graph {id: 'graph'})", z.unknown());
    await store.write(({ run }) => run(graph, {}));
    await expect(store.write(({ run }) => run(graph, {}))).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('lands beside others that run at the same time', async () => {
    const store = await open();
    const count = statement(
      "MERGE (n:Thing {id: 'count'}) SET n.count = coalesce(n.count, 0) + 1 RETURN n.count AS count",
      z.object({ count: z.int() }),
    );
    const writes = Array.from({ length: 20 }, () => store.write(({ run }) => run(count, {})));
    const counts = (await Promise.all(writes)).flat().map((row) => row.count);
    expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('is seen by the next read', async () => {
    const store = await open();
    for (const id of ['a', 'b', 'c', 'd']) {
      await put(store, id);
      expect(await idsOf(store)).toContain(id);
    }
  });
});

describeOnEachEngine('values', (open) => {
  it('are whole numbers where they are whole', async () => {
    const store = await open();
    await store.write(({ run }) =>
      run(statement('UNWIND $rows AS row CREATE (n:Thing) SET n = row', z.unknown()), {
        rows: [1, 2, 3].map((order) => ({ id: `n${order}`, order, deep: [order] })),
      }),
    );
    const text =
      'MATCH (n:Thing) RETURN n.order / $two AS half, n.deep AS deep ORDER BY n.order SKIP $skip LIMIT $limit';
    const shape = { half: z.int(), deep: z.array(z.int()) };
    expect(await read(store, text, { two: 2, skip: 1, limit: 1 }, shape)).toEqual([{ half: 1, deep: [2] }]);
    const exact = { n: Number.MAX_SAFE_INTEGER, f: 0.5 };
    expect(await read(store, 'RETURN $n AS n, $f AS f', exact, { n: z.int(), f: z.number() })).toEqual([
      exact,
    ]);
  });

  it('past 2^53 are refused, not rounded', async () => {
    const store = await open();
    const work = read(store, 'RETURN 9007199254740993 AS n', {}, { n: z.number() });
    await expect(work).rejects.toThrow('test.statement gave a row that does not fit');
  });

  it('that are dates come back as ISO text, alone, in lists and in maps', async () => {
    const store = await open();
    const text = 'WITH date($d) AS d RETURN d AS d, [d, null] AS list, {day: d} AS map, toString(d) AS text';
    const rows = await store.read(statement(text, z.unknown()), { d: '2019-07-22' });
    const d = '2019-07-22';
    expect(rows).toEqual([{ d, list: [d, null], map: { day: d }, text: d }]);
  });

  it('that are null leave no property', async () => {
    const store = await open();
    const upsert = statement('UNWIND $rows AS row MERGE (n:Thing {id: row.id}) SET n = row', z.unknown());
    await store.write(({ run }) => run(upsert, { rows: [{ id: 'a', old: 1, kept: 'x' }] }));
    await store.write(({ run }) => run(upsert, { rows: [{ id: 'a', old: null, kept: 'y' }] }));
    const text = 'MATCH (n:Thing) RETURN n.old AS old, n.kept AS kept, size(keys(n)) AS keys';
    const shape = { old: z.null(), kept: z.string(), keys: z.int() };
    expect(await read(store, text, {}, shape)).toEqual([{ old: null, kept: 'y', keys: 2 }]);
  });

  it('keep Korean, emoji, quotes and line breaks', async () => {
    const store = await open();
    const name = '마이크로소프트 "오픈AI"\n🧭 $id `x` \\';
    const text = 'CREATE (n:Thing {id: $id, name: $name})';
    await store.write(({ run }) => run(statement(text, z.unknown()), { id: '오픈AI', name }));
    const found = await read(
      store,
      'MATCH (n:Thing {id: $id}) RETURN n.name AS name',
      { id: '오픈AI' },
      { name: z.string() },
    );
    expect(found).toEqual([{ name }]);
  });
});

describeOnEachEngine('a read', (open, { name }) => {
  it('gives rows as their schema makes them', async () => {
    const store = await open();
    const shape = { day: z.string().transform((day) => `day ${day}`) };
    expect(await read(store, "RETURN '1' AS day", {}, shape)).toEqual([{ day: 'day 1' }]);
  });

  it('names the statement whose row does not fit, or whose text is no Cypher', async () => {
    const store = await open();
    const misfit = store.read(statement('RETURN 1 AS id', z.object({ id: z.string() }), 'test.misfit'), {});
    await expect(misfit).rejects.toThrow(/^test\.misfit gave a row that does not fit:/);
    const typo = statement('RETRUN 1', z.unknown(), 'test.typo');
    await expect(store.read(typo, {})).rejects.toThrow(/^test\.typo: /);
    await expect(store.write(({ run }) => run(typo, {}))).rejects.toThrow(/^test\.typo: /);
  });

  it('may not write', async () => {
    const store = await open();
    await expect(store.read(create, { id: 'a' })).rejects.toThrow(/^test\.create/);
    expect(await idsOf(store)).toEqual([]);
  });

  it('is answered beside three hundred others, each of another text', async () => {
    const store = await open();
    const numbers = Array.from({ length: 300 }, (_, number) => number);
    const rows = numbers.map((number) => read(store, `RETURN $n + ${number} AS n`, { n: 1 }, { n: z.int() }));
    expect((await Promise.all(rows)).flat()).toEqual(numbers.map((number) => ({ n: number + 1 })));
  });

  it('does not start when its signal has aborted', async () => {
    const store = await open();
    const work = store.read(ids, {}, { signal: AbortSignal.abort() });
    await expect(work).rejects.toMatchObject({ name: 'StoreError', code: 'TIMEOUT' });
  });

  it('is given up when its signal aborts or its time is over, and the store goes on', async () => {
    const store = await open();
    const started = performance.now();
    const signal = AbortSignal.timeout(50);
    await expect(store.read(endless, {}, { signal })).rejects.toMatchObject({ code: 'TIMEOUT' });
    await expect(store.read(endless, {}, { timeoutMs: 50 })).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(await idsOf(store)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('that ends in time leaves no timer and no listener behind', async () => {
    const store = await open();
    const { signal } = new AbortController();
    for (let turn = 0; turn < 20; turn += 1) await store.read(ids, {}, { signal, timeoutMs: 60_000 });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length).toBeLessThan(10);
  });

  // The embedded engine cannot stop a statement.
  if (name === 'neo4j') {
    it('is stopped on the server when it is given up', async () => {
      const store = await open();
      await expect(store.read(endless, {}, { timeoutMs: 50 })).rejects.toMatchObject({ code: 'TIMEOUT' });
      const running = () =>
        read(store, 'SHOW TRANSACTIONS YIELD currentQuery AS q', {}, { q: z.string().nullable() });
      await expect
        .poll(async () => (await running()).filter(({ q }) => q?.includes('range(1, 4000)')), {
          timeout: 3_000,
        })
        .toEqual([]);
    });
  }
});

describeOnEachEngine('a store', (open, { name }) => {
  it('says which engine it is', async () => {
    const store = await open();
    expect(await store.health()).toEqual({ engine: name, version: expect.stringMatching(/^\d+\.\d+/) });
  });

  it('makes its schema as often as it is asked', async () => {
    const store = await open();
    await put(store, 'a');
    await Promise.all([store.ensureSchema(), store.ensureSchema()]);
    expect(await idsOf(store)).toEqual(['a']);
  });

  it('answers nothing after it was closed, which may happen twice', async () => {
    const store = await open();
    await Promise.all([store.close(), store.close()]);
    await store.close();
    const refused = { name: 'StoreError', code: 'UNAVAILABLE', message: 'The store has been closed.' };
    await expect(store.read(ids, {})).rejects.toMatchObject(refused);
    await expect(put(store, 'b')).rejects.toMatchObject(refused);
  });
});
