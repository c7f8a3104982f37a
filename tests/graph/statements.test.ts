import { describe, expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { dumpGraph } from '../../src/graph/dump.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { engines } from '../engines.ts';
import { articleDossiers } from '../support/article.ts';
import { exportedStatements, readCalls, writeStatements } from './calls.ts';

/** Rows, with what an engine may list in any order put in one. */
function canonical(name: string, rows: unknown[]): unknown {
  return name.startsWith('dump.') ? undefined : rows;
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
    for (const { statement, params } of readCalls) {
      const expected = canonical(statement.name, await reference.read(statement, params));
      for (const other of others)
        expect([statement.text, canonical(statement.name, await other.read(statement, params))]).toEqual([
          statement.text,
          expected,
        ]);
    }
    const dumps = new Set(await Promise.all([...stores.values()].map(dumpGraph)));
    expect(dumps.size).toBe(1);
    expect([...dumps][0]?.split('\n').length).toBeGreaterThan(100);
  });
});
