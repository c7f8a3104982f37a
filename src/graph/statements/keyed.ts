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

/** Wraps a body that reads `k` and returns one value `d` into a keyed statement over `$keys`. */
export function keyed<T>(name: string, body: string, decode: Decode<T>): Statement<Keyed<T>> {
  return {
    name,
    text: `UNWIND range(0, size($keys) - 1) AS i WITH i, $keys[i] AS k CALL (k) { ${body} } RETURN collect([i, d]) AS d`,
    row: pairsOf(decode),
  };
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
