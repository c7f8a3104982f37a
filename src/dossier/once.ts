import { createHash } from 'node:crypto';
import { BadUserInput } from '../errors.ts';
import { forgetKeys, lockGraph, storedKey, storeKey } from '../graph/statements/write.ts';
import type { GraphStore, Transaction } from '../graph/store.ts';

/** How long a key is kept. */
const keptMs = 24 * 3_600_000;

const longestKey = 200;

/** Who uses a key, and for what; without a key, what is asked is done each time. */
export type Asked = {
  readonly client: string;
  readonly key: string | null | undefined;
  /** What it is asked for: JSON, in which the same always looks the same. */
  readonly input: readonly unknown[];
};

/** What is kept with a key: a row of the graph. */
type Row = { readonly id: string; readonly input: string };

/**
 * Does `work` in one transaction; with a key, once only: what came of it is kept in the same transaction for a day, and
 * given to whoever asks for the same under that key again. `revision` is the graph's before the work. Throws BadUserInput
 * for a key that its client has used for something else.
 */
export async function once<T>(
  graph: GraphStore,
  asked: Asked,
  work: (transaction: Transaction, revision: number) => Promise<T>,
): Promise<T> {
  const row = rowOf(asked);
  // A repetition is told what came of it without making any writer wait.
  const before = await outcomeOf<T>((statement, params) => graph.read(statement, params), row);
  if (before) return before.outcome;
  return graph.write(async (transaction) => {
    const [locked] = await transaction.run(lockGraph, {});
    const meanwhile = await outcomeOf<T>(transaction.run, row);
    if (meanwhile) return meanwhile.outcome;
    const outcome = await work(transaction, locked?.revision ?? 0);
    if (!row) return outcome;
    const at = Date.now();
    await transaction.run(forgetKeys, { before: at - keptMs });
    await transaction.run(storeKey, { row: { ...row, outcome: JSON.stringify(outcome), at } });
    return outcome;
  });
}

/**
 * Gives what came of it where the same was asked for under the key before; undefined where `once` would do the work.
 * Throws BadUserInput as that does.
 */
export async function recalled<T>(run: Transaction['run'], asked: Asked): Promise<T | undefined> {
  return (await outcomeOf<T>(run, rowOf(asked)))?.outcome;
}

function rowOf({ client, key, input }: Asked): Row | undefined {
  if (typeof key !== 'string') return undefined;
  checkKey(key);
  return { id: hashOf([client, key]), input: hashOf(input) };
}

async function outcomeOf<T>(
  run: Transaction['run'],
  row: Row | undefined,
): Promise<{ readonly outcome: T } | undefined> {
  const [found] = row ? await run(storedKey, { id: row.id }) : [];
  if (!found || found.at < Date.now() - keptMs) return undefined;
  if (found.input === row?.input) return { outcome: JSON.parse(found.outcome) as T };
  throw new BadUserInput('idempotencyKey', 'was used for something else; take a new one for each request');
}

/** Refuses what is no key. Throws BadUserInput. */
export function checkKey(key: string): void {
  if (key.length >= 1 && key.length <= longestKey) return;
  throw new BadUserInput('idempotencyKey', `must have from 1 to ${longestKey} characters, such as a UUID`);
}

function hashOf(value: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
