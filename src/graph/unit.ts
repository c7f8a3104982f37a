import { createQueue } from './queue.ts';
import { named, parseRows } from './rows.ts';
import type { Params, Row, Statement, Transaction } from './store.ts';

/** What a unit of work tells its engine of. */
export type Told = Pick<Transaction, 'indexed' | 'rejoined' | 'indexesRelationships'>;

/** Runs one statement inside an engine's transaction and gives its raw rows. */
export type Execute = (statement: Statement, params: Params) => Promise<readonly Row[]>;

/**
 * Runs the statements of one unit of work, and gives what `work` gives once all of them have ended. The caller then
 * commits, or rolls back where this throws. It throws what `work` throws, and where `work` caught the failure of a
 * statement it throws that: the embedded engine would commit what stood before the failure. `told` takes what the unit
 * says of what the engine keeps besides.
 */
export async function runUnit<T>(
  execute: Execute,
  work: (transaction: Transaction) => Promise<T>,
  told: Told,
): Promise<T> {
  // One at a time: an engine's transaction takes no second statement, nor its end, while one is running.
  const statements = createQueue();
  let failure: { readonly error: unknown } | undefined;
  const attempt = async (statement: Statement, params: Params): Promise<readonly Row[]> => {
    if (failure) throw failure.error;
    try {
      return await named(statement, () => execute(statement, params));
    } catch (error) {
      failure = { error };
      throw error;
    }
  };
  const transaction: Transaction = {
    run: async (statement, params) =>
      parseRows(statement, await statements.run(() => attempt(statement, params))),
    ...told,
  };
  const result = await work(transaction).finally(() => statements.idle());
  if (failure) throw failure.error;
  return result;
}
