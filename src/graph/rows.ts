import { z } from 'zod';
import { keyedRow } from './statements/keyed.ts';
import type { Row, Statement } from './store.ts';

/** Decodes the rows that an engine gives for a statement; those of a keyed one are put together to the row it decodes. */
export function parseRows<T>(statement: Statement<T>, rows: readonly Row[]): T[] {
  return decodeRows(statement, statement.isKeyed ? [keyedRow(rows)] : rows);
}

/**
 * Decodes rows of the form that a statement decodes. A row that does not fit is a mistake in our code, not in the
 * store's: it throws a plain Error that names the statement, and no StoreError.
 */
export function decodeRows<T>(statement: Statement<T>, rows: readonly Row[]): T[] {
  return rows.map((row) => {
    try {
      return statement.row(row);
    } catch (error) {
      const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
      throw new Error(`${statement.name} gave a row that does not fit:\n${why}`);
    }
  });
}

/**
 * Runs one statement on an engine; an error it throws then names the statement. The error stays the engine's own
 * object: a driver decides by it whether to retry.
 */
export async function named<T>(statement: Statement, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Error) error.message = `${statement.name}: ${error.message}`;
    throw error;
  }
}
