import { type Decode, listOf, nullable, text, tupleOf } from './decode.ts';

/** One selected column: the Cypher that yields it, and what gives its value a type. */
export type Column<T> = { readonly cypher: string; readonly decode: Decode<T> };

/** The columns of a record, in the order they are selected; a record inside the record is a column too. */
export type ColumnsOf<T> = { readonly [K in keyof T]-?: Column<T[K]> | RecordOf<T[K]> };

/**
 * A record that statements select: the variable it is bound to and its columns. With `history`, it is read as it was
 * known at some time: an expression that yields, as JSON, the columns that then differed from what stands now; null
 * where none did.
 */
export type RecordOf<T> = {
  readonly variable: string;
  readonly columns: ColumnsOf<T>;
  /** Columns that are selected whatever is asked for: those by which it is known. */
  readonly always?: readonly string[];
  readonly history?: string;
};

/** A column that is a property of `alias` under its own name. */
export function property<T>(alias: string, name: string, decode: Decode<T>): Column<T> {
  return { cypher: `${alias}.${name}`, decode };
}

/** A list property; one that is not stored is empty. */
export function list<T>(alias: string, name: string, decode: Decode<T>): Column<T[]> {
  return { cypher: `coalesce(${alias}.${name}, [])`, decode: listOf(decode) };
}

/** What a statement selects: the text of a Cypher list, and what turns that list into a record. */
export type Selection<T> = { readonly cypher: string; readonly decode: Decode<T> };

/** Which columns of a record to select, and which of the records inside it with which of theirs. */
export type Picked = {
  readonly columns: ReadonlySet<string> | 'ALL';
  readonly inner: ReadonlyMap<string, Picked>;
};

/**
 * A record as a Cypher list. Rows travel as lists because names repeated in every row cost both engines more than
 * the values do. What `picked` leaves out is not fetched, and throws when it is read: it must not pass for "not known".
 */
export function select<T extends object>(record: RecordOf<T>, picked?: Picked): Selection<T> {
  const all = Object.entries(record.columns) as [string, Column<unknown> | RecordOf<object>][];
  const isPicked = (name: string) =>
    !picked || picked.columns === 'ALL' || record.always?.includes(name) || picked.columns.has(name);
  const chosen = all.flatMap(([name, column]): [string, Selection<unknown>][] => {
    if ('variable' in column) {
      const inner = picked?.inner.get(name);
      return inner || isPicked(name) ? [[name, select(column, inner)]] : [];
    }
    return isPicked(name) ? [[name, column]] : [];
  });
  const names = chosen.map(([name]) => name);
  const missing = all.map(([name]) => name).filter((name) => !names.includes(name));
  const cypher = `[${chosen.map(([, column]) => column.cypher).join(', ')}]`;
  const values = tupleOf(...chosen.map(([, column]) => column.decode));
  // The values have been decoded column by column as ColumnsOf<T> has them.
  const make = recordMaker(names, missing) as (values: readonly unknown[]) => T;
  if (record.history === undefined) return { cypher, decode: (value) => make(values(value)) };
  const versioned = tupleOf(values, nullable(text));
  return {
    cypher: `[${cypher}, ${record.history}]`,
    decode: (value) => {
      const [now, then] = versioned(value);
      return then === null ? make(now) : Object.assign(make(now), differing(names, then));
    },
  };
}

/** What differed then of the columns that were selected. */
function differing(names: readonly string[], then: string): object {
  const all = Object.entries(JSON.parse(then) as object);
  return Object.fromEntries(all.filter(([name]) => names.includes(name)));
}

/** Makes records of values in the order of their names. */
function recordMaker(names: readonly string[], missing: readonly string[]) {
  const guard = Object.defineProperties(
    {},
    Object.fromEntries(missing.map((name) => [name, { get: () => refuse(name) }])),
  );
  return (values: readonly unknown[]) => {
    const record: { [name: string]: unknown } = missing.length > 0 ? Object.create(guard) : {};
    for (let place = 0; place < names.length; place += 1) record[names[place] as string] = values[place];
    return record;
  };
}

function refuse(name: string): never {
  throw new Error(
    `${name} was read, but no field that reads it was planned for: declare it where the field is`,
  );
}
