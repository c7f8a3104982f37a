const ahead = Symbol('read ahead');

type Carrier = { [ahead]?: Map<string, unknown> };

/**
 * Hangs what a reading gave on the record it was read from, under the reading's key. It hangs on the record itself:
 * the same thing met at two places of an operation is two records, each with what was asked for at its place.
 */
export function keepAhead(record: object, key: string, value: unknown): void {
  const carrier = record as Carrier;
  carrier[ahead] ??= new Map();
  carrier[ahead].set(key, value);
}

/** What was read ahead from a record under a key; undefined where nothing was. */
export function readAhead(record: object, key: string): unknown {
  return (record as Carrier)[ahead]?.get(key);
}
