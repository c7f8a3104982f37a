import { asList, type RecordOf, select } from '../columns.ts';
import { type Decode, listOf, tupleOf, whole } from '../decode.ts';
import type { Row, Statement } from '../store.ts';

/**
 * Every read is *keyed*: it answers many keys at once, as pairs of the key's index and what was found for it. That
 * form serves a DataLoader as it is, and one statement answers a whole level of a query.
 */
export type Keyed<T> = { readonly d: readonly (readonly [number, T])[] };

/** Decodes the row of a keyed statement. */
export function pairsOf<T>(decode: Decode<T>): Decode<Keyed<T>> {
  const pairs = listOf(tupleOf<readonly [number, T]>(whole, decode));
  return (row) => ({ d: pairs((row as Row).d) });
}

/**
 * Wraps a body that reads `k` and returns one value `d` into a keyed statement over `$keys`. What is found for each key
 * travels as a row of its own: the driver of Neo4j puts a text that came in pieces together slowly, and one row of all of
 * it always comes in pieces.
 */
export function keyed<T>(name: string, body: string, decode: Decode<T>): Statement<Keyed<T>> {
  const text = `UNWIND range(0, size($keys) - 1) AS i WITH i, $keys[i] AS k CALL (k) { ${body} } RETURN i, d`;
  return { name, text, row: pairsOf(decode), isKeyed: true };
}

/** What an engine gives for a keyed statement, a row a key, as the one row that it decodes. */
export function keyedRow(rows: readonly Row[]): Row {
  return { d: rows.map(({ i, d }) => [i, d]) };
}

/** Records found by their key, none or several a key: `match` binds the variables of the record. */
export function lookup<T extends object>(
  name: string,
  match: string,
  record: RecordOf<T>,
): Statement<Keyed<T[]>> {
  const { cypher, decode } = asList(select(record));
  return keyed(name, `${match} RETURN collect(${cypher}) AS d`, listOf(decode));
}
