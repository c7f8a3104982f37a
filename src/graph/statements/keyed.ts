import { z } from 'zod';
import { type RecordOf, select } from '../columns.ts';
import type { Statement } from '../store.ts';

/**
 * Every read is *keyed*: it answers many keys at once, as pairs of the key's index and what was found for it. That
 * form serves a DataLoader as it is, and one statement answers a whole level of a query.
 */
export type Keyed<T> = { readonly d: readonly (readonly [number, T])[] };

/** Wraps a body that reads `k` and returns one value `d` into a keyed statement over `$keys`. */
export function keyed<T>(name: string, body: string, schema: z.ZodType<T>): Statement<Keyed<T>> {
  return {
    name,
    text: `UNWIND range(0, size($keys) - 1) AS i WITH i, $keys[i] AS k CALL (k) { ${body} } RETURN collect([i, d]) AS d`,
    row: z.object({ d: z.array(z.tuple([z.int(), schema])) }),
  };
}

/** Records found by their key, none or several a key: `match` binds the variables of the record. */
export function lookup<T extends object>(
  name: string,
  match: string,
  record: RecordOf<T>,
): Statement<Keyed<T[]>> {
  const { cypher, schema } = select(record);
  return keyed(name, `${match} RETURN collect(${cypher}) AS d`, z.array(schema));
}
