import { keepAhead } from '../../graph/ahead.ts';
import { readStatement } from '../../graph/statements/read.ts';
import type { Source } from '../batch.ts';
import { readInOrder } from '../ordered.ts';
import { settle } from '../settle.ts';
import type { RootRead } from './plan.ts';

/** Reads what a plan asks for, each part with one statement, and hangs it on the root. A failure hangs there too. */
export async function readPlan(source: Source, plan: readonly RootRead[], root: object): Promise<void> {
  await Promise.all(
    plan.map(async (part) => {
      try {
        keepAhead(root, part.read.key, await readPart(source, part));
      } catch (error) {
        // Whoever asks for it throws it, at its own place in the answer.
        const failed = Promise.reject(error);
        failed.catch(() => {});
        keepAhead(root, part.read.key, failed);
      }
    }),
  );
}

async function readPart({ store, options }: Source, part: RootRead): Promise<unknown> {
  const { read } = part;
  const inOrder = await readInOrder({ store, options }, read);
  if (inOrder !== undefined) return settle(read, inOrder);
  const { statement, params } = readStatement(read, store);
  const keys = 'ids' in part ? part.ids : [part.key];
  const [row] = await store.read(statement, { ...params, keys }, options);
  const found = row?.d ?? [];
  if (found.length !== keys.length) throw new Error(`${statement.name} gave no answer for a key`);
  if (!('ids' in part)) return settle(read, found[0]?.[1]);
  return new Map(
    found.map(([place, rows]) => [part.ids[place], (settle(read, rows) as object[])[0] ?? null]),
  );
}
