import { describe, expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { dumpGraph } from '../../src/graph/dump.ts';
import type { Keyed } from '../../src/graph/statements/keyed.ts';
import type { GraphStore, Params, Statement } from '../../src/graph/store.ts';
import { engines } from '../engines.ts';
import { articleDossiers } from '../support/article.ts';
import { exportedStatements, readCalls, writeStatements } from './calls.ts';
import { callsAmong } from './walk-calls.ts';

/** Rows, but for what an engine may list in any order, and for when a graph was written. */
function canonical({ name, text }: Statement, rows: unknown[]): unknown {
  if (name === 'Hop.from' && !text.includes('ORDER BY')) return (rows as HopRow[]).map(sorted);
  if (name === 'load.currentRevision') return rows.map((row) => ({ ...(row as object), revisedAt: 0 }));
  if (name.startsWith('Query.auditLog') || name.startsWith('write.')) return withoutTimes(rows);
  return name.startsWith('dump.') ? undefined : rows;
}

/** The same without the moments in it. */
function withoutTimes(rows: unknown[]): unknown {
  return JSON.parse(JSON.stringify(rows).replace(/\b\d{13}\b/g, '0'));
}

type HopRow = Keyed<Record<'relationships' | 'participations', readonly string[]>>;

function sorted({ d }: HopRow): HopRow {
  return {
    d: d.map(([place, { relationships, participations }]) => [
      place,
      { relationships: relationships.toSorted(), participations: participations.toSorted() },
    ]),
  };
}

/** Does some work for each of several, a few at a time: an engine that plans each text for a while has more than one core. */
async function eachOf<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = all.values();
  const worker = async () => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}

type Placed = readonly [place: readonly (string | number)[], row: unknown];

/** The rows of a page for the first parent that has any, in the order of the list; none where it is not a page. */
function firstRows(rows: unknown): Placed[] {
  const [answer] = rows as [{ d: [number, Placed[]][] }?];
  const found = answer?.d.map(([, page]) => page).find((page) => Array.isArray(page) && page.length > 0);
  return found && Array.isArray(found[0]?.[0]) ? found : [];
}

/** Parameters that bound a page by the first and the last row of another, so that those between them come back. */
function boundsFrom(rows: readonly Placed[]): Params {
  const named = (name: string, row: Placed | undefined) =>
    Object.fromEntries((row?.[0] ?? []).map((value, index) => [`${name}${index}`, value]));
  return { ...named('after', rows[0]), ...named('before', rows.at(-1)) };
}

describe('every statement', () => {
  it('is among the calls', () => {
    const called = new Set([...readCalls.map(({ statement }) => statement), ...writeStatements]);
    expect(exportedStatements.filter((statement) => !called.has(statement)).map(({ name }) => name)).toEqual(
      [],
    );
    expect(exportedStatements.length).toBeGreaterThan(20);
  });

  it('answers alike on every engine', async () => {
    const stores = new Map<string, GraphStore>();
    for (const engine of engines.filter(({ available }) => available)) {
      const store = await engine.open();
      await loadDossiers(store, await articleDossiers());
      stores.set(engine.name, store);
    }
    const [reference, ...others] = [...stores.values()];
    if (!reference) throw new Error('no engine');
    let bounded = 0;
    let first: Placed[] = [];
    const answered: { statement: Statement; params: Params; expected: unknown }[] = [];
    for (const { statement, params: given } of readCalls) {
      const params = 'after0' in given ? { ...given, ...boundsFrom(first) } : given;
      const expected = canonical(statement, await reference.read(statement, params));
      if (!('after0' in given) && 'limit' in given && statement.text.includes(' LIMIT '))
        first = firstRows(expected);
      if ('after0' in given && first.length > 2) {
        bounded += 1;
        expect([statement.name, firstRows(expected).length]).toEqual([statement.name, first.length - 2]);
      }
      answered.push({ statement, params, expected });
    }
    for (const other of others)
      await eachOf(answered, async ({ statement, params, expected }) => {
        const rows = canonical(statement, await other.read(statement, params));
        expect([statement.text, rows]).toEqual([statement.text, expected]);
      });
    const found = await Promise.all(
      callsAmong({}).map(({ statement, params }) => reference.read(statement, params)),
    );
    for (const other of others.filter(({ indexesRelationships }) => indexesRelationships))
      await eachOf([...callsAmong(other).entries()], async ([place, { statement, params }]) => {
        expect([statement.text, await other.read(statement, params)]).toEqual([statement.text, found[place]]);
      });
    // Bounds that leave nothing between them would compare nothing with nothing.
    expect(bounded).toBeGreaterThan(20);
    const dumps = new Set(await Promise.all([...stores.values()].map(dumpGraph)));
    expect(dumps.size).toBe(1);
    expect([...dumps][0]?.split('\n').length).toBeGreaterThan(100);
    // A cold Neo4j plans each of some hundred statements.
  }, 600_000);
});
