const ahead = Symbol('read ahead');
const known = Symbol('known on');

/** What readings gave, one after the other: few hang on one record, and a map for each would outweigh it. */
type Hung = { readonly key: string; readonly value: unknown; readonly next: Hung | undefined };

type Carrier = { [ahead]?: Hung; [known]?: string };

/**
 * Hangs what a reading gave on the record it was read from, under the reading's key. It hangs on the record itself:
 * the same thing met at two places of an operation is two records, each with what was asked for at its place.
 */
export function keepAhead(record: object, key: string, value: unknown): void {
  const carrier = record as Carrier;
  carrier[ahead] = { key, value, next: carrier[ahead] };
}

/** What was read ahead from a record under a key; undefined where nothing was. */
export function readAhead(record: object, key: string): unknown {
  let hung = (record as Carrier)[ahead];
  while (hung && hung.key !== key) hung = hung.next;
  return hung?.value;
}

/** Marks a record as read by what was known on a day, so that what is read from it is read by that too. */
export function markKnown<T extends object>(record: T, day: string): T {
  (record as Carrier)[known] = day;
  return record;
}

/** The day by whose knowledge a record was read; undefined for one that says what stands now. */
export function knownOn(record: object): string | undefined {
  return (record as Carrier)[known];
}
