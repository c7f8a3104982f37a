import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followed } from '../../src/graph/follow.ts';
import type { GraphStore } from '../../src/graph/store.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A graph with nothing in it but the count of its writes, which `write` does not move: loads count themselves. */
function counting() {
  const graph = { revision: 1, revisedAt: 1000 };
  const asked: (() => void)[] = [];
  let failure: Error | undefined;
  let held = false;
  const store = {
    read: async () => {
      const seen = { ...graph };
      const error = failure;
      await new Promise<void>((resolve) => {
        asked.push(resolve);
        if (!held) resolve();
      });
      if (error) throw error;
      return seen.revision === 0 ? [] : [seen];
    },
    write: async (work: () => Promise<unknown>) => work(),
  } as unknown as GraphStore;
  const load = async () => {
    graph.revision += 1;
  };
  return {
    graph,
    asked,
    load,
    ...followed(store),
    hold: () => {
      held = true;
    },
    fail: (error?: Error) => {
      failure = error;
    },
  };
}

describe('the state of a graph', () => {
  it('is asked for once a second at most, however many want it', async () => {
    const { state, asked } = counting();
    const first = await Promise.all([state(), state()]);
    vi.advanceTimersByTime(999);
    expect(await Promise.all([...first, state()])).toEqual(Array(3).fill(first[0]));
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(await state()).toBe(first[0]);
    expect(asked).toHaveLength(2);
  });

  it('has another name after a write, at once', async () => {
    const { state, write, load } = counting();
    const names = [await state()];
    for (let round = 0; round < 3; round += 1) {
      await write(load);
      names.push(await state());
    }
    expect(new Set(names).size).toBe(4);
  });

  it('has another name even after a write that counted itself nowhere, or that failed', async () => {
    const { state, write } = counting();
    const before = await state();
    await write(async () => {});
    const between = await state();
    await write(() => Promise.reject(new Error('lost'))).catch(() => {});
    expect(new Set([before, between, await state()]).size).toBe(3);
  });

  it('has another name a second after others have written, or have begun anew', async () => {
    const { state, graph, load } = counting();
    const before = await state();
    await load();
    vi.advanceTimersByTime(1000);
    const after = await state();
    Object.assign(graph, { revision: 0 });
    vi.advanceTimersByTime(1000);
    const empty = await state();
    Object.assign(graph, { revision: 1, revisedAt: 2000 });
    vi.advanceTimersByTime(1000);
    expect(new Set([before, after, empty, await state()]).size).toBe(4);
  });

  it('is the same for everyone who reads that graph, since when does not matter', async () => {
    const { state, write, load, graph } = counting();
    await state();
    await write(load);
    const another = counting();
    Object.assign(another.graph, graph);
    expect(await another.state()).toBe(await state());
  });

  it('is not learnt from a question that a write overtook', async () => {
    const { state, write, load, asked, hold } = counting();
    hold();
    const overtaken = state();
    await write(load);
    const after = state();
    for (const answer of asked) answer();
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(1));
    for (const answer of asked) answer();
    expect(await after).toMatch(/^2-/);
    expect(await overtaken).toBe(await after);
  });

  it('is null while the store is in trouble, which is tried again a second later', async () => {
    const { state, fail, asked } = counting();
    expect(await state()).not.toBeNull();
    fail(new Error('gone'));
    vi.advanceTimersByTime(1000);
    expect([await state(), await state()]).toEqual([null, null]);
    expect(asked).toHaveLength(2);
    fail();
    vi.advanceTimersByTime(1000);
    expect(await state()).toMatch(/^1-/);
  });
});
