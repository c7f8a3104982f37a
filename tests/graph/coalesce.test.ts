import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { coalescing } from '../../src/graph/coalesce.ts';
import { type Decode, oneOf, text } from '../../src/graph/decode.ts';
import { keyed } from '../../src/graph/statements/keyed.ts';
import type { GraphStore, Params, ReadOptions, Statement, Value } from '../../src/graph/store.ts';

const timedOut = { name: 'StoreError', code: 'TIMEOUT' };
const find = keyed('test.find', 'RETURN $suffix + k AS d', text);

type Asked = { readonly params: Params; readonly options?: ReadOptions; finish(): void };

/** A store that doubles its keys when told to, and writes down what it was asked. `bad` keys fail their batch. */
function recording({ bad = [], error = new Error('bad key') }: { bad?: Value[]; error?: Error } = {}) {
  const asked: Asked[] = [];
  let stored = 'old';
  const read = async (_statement: Statement, params: Params, options?: ReadOptions) => {
    const keys = params.keys as Value[];
    const seen = stored;
    await new Promise<void>((resolve, reject) => {
      asked.push({ params, options, finish: resolve });
      options?.signal?.addEventListener('abort', () => reject(new Error('abandoned')));
    });
    if (keys?.some((key) => bad.includes(key))) throw error;
    return [{ d: keys?.map((key, index) => [index, `${seen} ${JSON.stringify(key)}`]) }];
  };
  const write = async () => {
    stored = 'new';
  };
  const store = coalescing({ read, write } as unknown as GraphStore);
  const ask = async (keys: Value[], options?: ReadOptions, others: Params = { suffix: '' }) =>
    (await store.read(find, { ...others, keys }, options))[0]?.d;
  return { store, ask, asked, keys: () => asked.map(({ params }) => params.keys) };
}

/** Answers whatever is asked until all of `promises` are settled. */
async function settle<T>(asked: readonly Asked[], promises: readonly Promise<T>[]) {
  let settled = false;
  const all = Promise.allSettled(promises).finally(() => {
    settled = true;
  });
  while (!settled) {
    for (const { finish } of asked) finish();
    await sleep(1);
  }
  return (await all).map((one) => (one.status === 'fulfilled' ? one.value : one.reason));
}

/** Two statements under way, so that all that comes next waits. */
async function busy(parts?: Parameters<typeof recording>[0]) {
  const made = recording(parts);
  const first: Promise<unknown>[] = [];
  for (const key of ['first', 'second']) {
    first.push(made.ask([key]));
    await sleep(2);
  }
  expect(made.asked).toHaveLength(2);
  return { ...made, first };
}

describe('equal statements of concurrent requests', () => {
  it('are one when they come together, and each is answered by its own indexes', async () => {
    const { ask, asked, keys } = recording();
    const answers = await settle(asked, [ask(['a', 'b']), ask(['c']), ask(['b', 'a', 'b'])]);
    expect(keys()).toEqual([['a', 'b', 'c']]);
    const [a, b, c] = ['old "a"', 'old "b"', 'old "c"'];
    const pairs = (...values: unknown[]) => values.map((value, index) => [index, value]);
    expect(answers).toEqual([pairs(a, b), pairs(c), pairs(b, a, b)]);
  });

  it('give each request objects of its own, even for an equal key', async () => {
    const { store, asked } = recording();
    const words = keyed('test.words', 'RETURN k AS d', (value) => ({ text: text(value) }));
    const read = async () => (await store.read(words, { keys: ['a'] }))[0]?.d[0]?.[1];
    const [one, two] = await settle<unknown>(asked, [read(), read()]);
    expect(one).toEqual({ text: 'old "a"' });
    expect(two).toEqual(one);
    expect(two).not.toBe(one);
  });

  it('may be made anew each time', async () => {
    const { store, asked } = recording();
    const make = () => keyed('test.made', 'RETURN k AS d', text);
    await settle<unknown>(asked, [store.read(make(), { keys: ['a'] }), store.read(make(), { keys: ['b'] })]);
    expect(asked).toHaveLength(1);
  });

  it('wait while two are under way, and then go as one', async () => {
    const { ask, asked, keys, first } = await busy();
    const waiting = [ask(['a']), ask(['b'])];
    await sleep(2);
    expect(asked).toHaveLength(2);
    await settle(asked, [...first, ...waiting]);
    expect(keys()).toEqual([['first'], ['second'], ['a', 'b']]);
  });

  it('tell apart keys that only look alike', async () => {
    const { ask, asked, keys } = recording();
    const alike: Value[] = [1, '1', ['1'], '["1"]', null, 'null', { a: 1 }];
    await settle(asked, [ask(alike), ask([...alike])]);
    expect(keys()).toEqual([alike]);
  });

  it('are apart where other parameters or the statement differ', async () => {
    const { store, ask, asked } = recording();
    const others = [{ ...find, name: 'test.other' }, keyed(find.name, 'RETURN k AS d', text)];
    const reads = [
      ask(['a']),
      ask(['a'], {}, { suffix: 's' }),
      ...others.map((other) => store.read(other, { suffix: '', keys: ['a'] })),
    ];
    await settle<unknown>(asked, reads);
    expect(asked).toHaveLength(4);
  });

  it('have as much time as any of them, and none of them more than its own', async () => {
    const { ask, asked } = recording();
    const short = ask(['b'], { timeoutMs: 20 });
    const long = ask(['a'], { timeoutMs: 9000 });
    await expect(short).rejects.toMatchObject(timedOut);
    expect(await settle(asked, [long])).toEqual([[[0, 'old "a"']]]);
    expect(asked.map(({ params, options }) => [params.keys, options?.timeoutMs])).toEqual([
      [['b', 'a'], 9000],
    ]);
  });

  it('have no end where one of them has none', async () => {
    const { ask, asked } = recording();
    await settle(asked, [ask(['a'], { timeoutMs: 9000 }), ask(['b'])]);
    expect(asked.map(({ options }) => options?.timeoutMs)).toEqual([undefined]);
  });

  it('go in batches of 256 keys; a larger request goes alone', async () => {
    const { ask, asked, keys, first } = await busy();
    const many = (count: number, mark: string) => Array.from({ length: count }, (_, i) => `${mark}${i}`);
    const waiting = [many(200, 'a'), many(56, 'b'), many(1, 'c'), many(300, 'd'), many(2, 'e')];
    await settle(asked, [...first, ...waiting.map((one) => ask(one))]);
    expect(keys().map((list) => (list as Value[]).length)).toEqual([1, 1, 256, 1, 300, 2]);
  });
});

describe('what is not keyed', () => {
  it('passes through, each on its own', async () => {
    const { store, asked } = recording();
    const listed: Statement = { name: 'test.listed', text: 'UNWIND $keys AS k RETURN k', row: (row) => row };
    const options = { timeoutMs: 1000 };
    await settle(asked, [
      store.read(listed, { keys: ['a'] }, options),
      store.read(listed, { keys: ['a'] }, options),
    ]);
    expect(asked).toHaveLength(2);
    expect(asked[0]?.options).toBe(options);
  });
});

describe('a batch that fails', () => {
  it('fails only the request that holds the bad key', async () => {
    const { ask, asked, keys } = recording({ bad: ['b'] });
    const answers = await settle(asked, [ask(['a']), ask(['b', 'x']), ask(['c'])]);
    expect(keys()).toEqual([['a', 'b', 'x', 'c'], ['a'], ['b', 'x'], ['c']]);
    expect(answers).toEqual([[[0, 'old "a"']], new Error('bad key'), [[0, 'old "c"']]]);
  });

  it('fails them all at once where the store is out of reach', async () => {
    const error = new StoreError('UNAVAILABLE', 'gone');
    const { ask, asked } = recording({ bad: ['b'], error });
    expect(await settle(asked, [ask(['a']), ask(['b'])])).toEqual([error, error]);
    expect(asked).toHaveLength(1);
  });

  it('only by the rows of one request fails that one, without asking again', async () => {
    const { store, asked } = recording();
    const read = (decode: Decode<string>) =>
      store.read(keyed('test.find', 'RETURN k AS d', decode), { keys: ['a'] });
    const [good, bad] = await settle<unknown>(asked, [read(text), read(oneOf(['other']))]);
    expect(asked).toHaveLength(1);
    expect(good).toEqual([{ d: [[0, 'old "a"']] }]);
    expect(String(bad)).toMatch('test.find gave a row that does not fit');
  });

  it('does not hold up what comes after', async () => {
    const { ask, asked } = recording({ bad: ['b'] });
    await settle(asked, [ask(['b']), ask(['a'])]);
    expect(await settle(asked, [ask(['c'])])).toEqual([[[0, 'old "c"']]]);
  });
});

describe('a request that is given up', () => {
  it('is released at once, and those it shared a batch with are answered', async () => {
    const { ask, asked } = recording();
    const { signal, ...controller } = abortable();
    const released = ask(['a'], { signal });
    const other = ask(['b']);
    await sleep(2);
    controller.abort();
    await expect(released).rejects.toMatchObject(timedOut);
    expect(asked[0]?.options?.signal?.aborted).toBe(false);
    expect(await settle(asked, [other])).toEqual([[[0, 'old "b"']]]);
  });

  it('ends its batch if it was the last of it', async () => {
    const { ask, asked } = recording();
    const [one, two] = [abortable(), abortable()];
    const reads = [ask(['a'], { signal: one.signal }), ask(['b'], { signal: two.signal })];
    const released = Promise.allSettled(reads);
    await sleep(2);
    one.abort();
    expect(asked[0]?.options?.signal?.aborted).toBe(false);
    two.abort();
    expect(asked[0]?.options?.signal?.aborted).toBe(true);
    expect(await released).toMatchObject([{ reason: timedOut }, { reason: timedOut }]);
  });

  it('is not asked for any more where it still waited, nor where it had been given up before', async () => {
    const { ask, asked, keys, first } = await busy();
    const { signal, abort } = abortable();
    const released = ask(['a'], { signal });
    abort();
    await expect(released).rejects.toMatchObject(timedOut);
    await expect(ask(['b'], { signal })).rejects.toMatchObject(timedOut);
    await settle(asked, [...first, ask(['c'])]);
    expect(keys()).toEqual([['first'], ['second'], ['c']]);
  });

  it('is released when its time is over, counted from when it came', async () => {
    const { ask } = recording();
    await expect(ask(['a'], { timeoutMs: 10 })).rejects.toMatchObject(timedOut);
  });
});

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

describe('a read that begins after a write', () => {
  it('joins no statement that began before it', async () => {
    const { store, ask, asked, first } = await busy();
    await store.write(async () => undefined);
    const [, , answer] = await settle(asked, [...first, ask(['first'])]);
    expect(answer).toEqual([[0, 'new "first"']]);
  });
});

describe('equal counts of concurrent requests', () => {
  it('are one when they come together, unequal ones are not', async () => {
    const asked: unknown[] = [];
    const orderedCounts = async (...what: unknown[]) => {
      asked.push(what.slice(0, 2));
      return [[String(what[1]), asked.length]];
    };
    const store = coalescing({ orderedCounts } as unknown as GraphStore);
    const all = { list: 'Event' } as const;
    const counts = await Promise.all([
      store.orderedCounts(all, 'YEAR'),
      store.orderedCounts({ list: 'Event' }, 'YEAR'),
      store.orderedCounts(all, 'MONTH'),
      store.orderedCounts({ ...all, from: '2020-01-01' }, 'YEAR'),
    ]);
    expect(asked).toEqual([
      [all, 'YEAR'],
      [all, 'MONTH'],
      [{ ...all, from: '2020-01-01' }, 'YEAR'],
    ]);
    expect(counts).toEqual([[['YEAR', 1]], [['YEAR', 1]], [['MONTH', 2]], [['YEAR', 3]]]);
  });
});

describe('searches of concurrent requests', () => {
  it('are asked as one where they want as many candidates, equal ones once', async () => {
    const asked: unknown[] = [];
    const search: GraphStore['search'] = async (requests) => {
      asked.push(requests.map(({ tokens }) => tokens[0]?.token));
      return requests.map(({ tokens }) => ({ ids: [tokens[0]?.token ?? ''], cut: false }));
    };
    const store = coalescing({ search } as unknown as GraphStore);
    const of = (token: string, limit: number) => ({ tokens: [{ token, weight: 1 }], limit });
    const found = await Promise.all([
      store.search([of('a', 9)]),
      store.search([of('b', 9)]),
      store.search([of('a', 9)]),
      store.search([of('a', 5)]),
    ]);
    expect(found.flat().map(({ ids }) => ids[0])).toEqual(['a', 'b', 'a', 'a']);
    expect(asked).toEqual([['a', 'b'], ['a']]);
  });
});
