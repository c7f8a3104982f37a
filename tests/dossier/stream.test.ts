import { expect, it } from 'vitest';
import { type Dossier, dossier as format } from '../../src/dossier/format.ts';
import { loadDossiers } from '../../src/dossier/load.ts';
import type { BatchSize } from '../../src/dossier/stream/batches.ts';
import { itemsOfLines } from '../../src/dossier/stream/items.ts';
import { loadStream } from '../../src/dossier/stream/load-stream.ts';
import { amountsOf } from '../../src/generate/amounts.ts';
import { generateDossiers } from '../../src/generate/dossiers.ts';
import { dumpGraph } from '../../src/graph/dump.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { describeOnEachEngine } from '../engines.ts';
import { sketch } from '../support/dossiers.ts';
import { generateDossiers as generateHard } from '../support/generated.ts';
import { threeTellings } from '../support/three-tellings.ts';

/** A stream of lines, cut into chunks where nothing else is: characters are cut too. */
async function* chunksOf(lines: readonly string[], size = 1_000): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(lines.join('\n'));
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** Loads a stream of lines from a file of that name. */
const load = (
  store: GraphStore,
  chunks: AsyncIterable<Uint8Array>,
  { file, size }: { readonly file: string; readonly size?: BatchSize },
) => loadStream(store, itemsOfLines(chunks, file), { size });

const linesOf = (dossiers: readonly Dossier[]) => dossiers.map((dossier) => JSON.stringify(dossier));

/** The smallest dossiers leave a passage uncited, which a line may not. */
const cited = (dossier: Dossier): Dossier => ({
  ...dossier,
  article: { ...dossier.article, cites: Object.keys(dossier.passages) },
});
const small = (entry: Parameters<typeof sketch>[0]) => cited(sketch(entry));

/** As a reader gives them: with their keys in the order of the format. */
const written = [...generateDossiers(5, amountsOf({ things: 200 })), ...threeTellings.map(cited)].map(
  (dossier) => format.parse(dossier) as Dossier,
);

/** The first lines in which graphs differ, short enough to read; none where they are the same. */
function differences(some: string, others: string): string[] {
  const known = new Set(others.split('\n'));
  const lines = some.split('\n').filter((line) => !known.has(line));
  return [
    ...lines.slice(0, 3).map((line) => line.slice(0, 500)),
    ...(some.length === others.length ? [] : ['length']),
  ];
}

describeOnEachEngine('a stream of dossiers', (open) => {
  it('gives the graph that all dossiers give together, whatever the batches', async () => {
    const store = await open();
    await loadDossiers(store, written);
    const whole = await dumpGraph(store);
    for (const dossiers of [4]) {
      const streamed = await open();
      const size = { dossiers, bytes: 1_000_000 };
      const result = await load(streamed, chunksOf(linesOf(written)), { file: 'test', size });
      expect(result).toMatchObject({ loaded: written.length, unchanged: 0 });
      expect(result.revision).toBe(Math.ceil(written.length / dossiers));
      expect(differences(await dumpGraph(streamed), whole)).toEqual([]);
    }
  }, 300_000);

  it('holds for facts that contradict one another, batch by batch', async () => {
    const hard = generateHard(4, { entities: 20, relationships: 40, events: 20, articles: 4 });
    const store = await open();
    await loadDossiers(store, hard);
    const whole = await dumpGraph(store);
    const apart = await open();
    for (const dossier of hard) await loadDossiers(apart, [dossier]);
    expect(differences(await dumpGraph(apart), whole)).toEqual([]);
    // And back: each taken out and put in again.
    for (const dossier of hard) {
      await loadDossiers(
        apart,
        hard.filter((other) => other !== dossier),
        { removeOthers: true },
      );
      await loadDossiers(apart, [dossier]);
    }
    expect(differences(await dumpGraph(apart), whole)).toEqual([]);
  }, 300_000);

  it('goes on where it was stopped, and writes nothing where all is there', async () => {
    const lines = linesOf(written);
    const whole = await open();
    await load(whole, chunksOf(lines), { file: 'test' });
    const expected = await dumpGraph(whole);
    const store = await open();
    const size = { dossiers: 4, bytes: 1_000_000 };
    const half = async function* () {
      yield* chunksOf(lines.slice(0, 10));
      yield Buffer.from('\n');
      throw new Error('stopped');
    };
    await expect(load(store, half(), { file: 'test', size })).rejects.toThrow('stopped');
    const rest = await load(store, chunksOf(lines), { file: 'test', size });
    expect(rest.unchanged).toBeGreaterThan(3);
    expect(rest.loaded).toBe(lines.length - rest.unchanged);
    expect(differences(await dumpGraph(store), expected)).toEqual([]);
    const again = await load(store, chunksOf(lines), { file: 'test', size });
    expect(again).toMatchObject({ loaded: 0, unchanged: lines.length, revision: rest.revision });
  });

  it('stops at a line that is no dossier, with those before it stored whole', async () => {
    const good = [small({ id: 'one' }), small({ id: 'two' })];
    const bad = {
      ...small({ id: 'three' }),
      relationships: [{ type: 'FOUNDED', from: 'x', to: 'publisher' }],
    };
    const lines = [...linesOf(good), '', JSON.stringify(bad), ...linesOf([small({ id: 'four' })])];
    const store = await open();
    const loading = load(store, chunksOf(lines, 7), { file: 'test.jsonl' });
    await expect(loading).rejects.toMatchObject({
      code: 'INVALID_DOSSIER',
      message: expect.stringMatching(
        /^line 4 of test\.jsonl cannot be loaded; the 2 dossiers before it are stored whole:\ntest\.jsonl:4:\d+ relationships\[0\]\.cites: is missing: /,
      ),
    });
    const stored = await dumpGraph(store);
    const expected = await open();
    await loadDossiers(expected, good);
    expect(differences(stored, await dumpGraph(expected))).toEqual([]);
  });

  it('stops at a dossier that means another thing by an id than what is stored', async () => {
    const good = [small({ id: 'one', entities: ['acme:Organization'] }), small({ id: 'two' })];
    const clashing = small({ id: 'three', entities: ['acme:Person'] });
    const store = await open();
    const loading = load(store, chunksOf(linesOf([...good, clashing])), { file: 'test.jsonl' });
    await expect(loading).rejects.toThrow(
      /^line 3 of test.jsonl cannot be loaded; the 2 .*\n.*:3:\d+ entities\[0\]\.id: "acme" is a Person in one dossier and a Organization in another/,
    );
    const stored = await dumpGraph(store);
    const expected = await open();
    await loadDossiers(expected, good);
    expect(differences(stored, await dumpGraph(expected))).toEqual([]);
  });

  it('takes the later of two lines of one article', async () => {
    const lines = linesOf([small({ id: 'one', entities: ['acme:Organization'] }), small({ id: 'one' })]);
    const store = await open();
    await load(store, chunksOf(lines), { file: 'test' });
    const stored = await dumpGraph(store);
    const expected = await open();
    await loadDossiers(expected, [small({ id: 'one' })]);
    expect(differences(stored, await dumpGraph(expected))).toEqual([]);
  });
});
