import { z } from 'zod';

/** One selected column: the Cypher that yields it, and the schema of what comes back. */
export type Column<T> = { readonly cypher: string; readonly schema: z.ZodType<T> };

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
  readonly history?: string;
};

/** A column that is a property of `alias` under its own name. */
export function property<T>(alias: string, name: string, schema: z.ZodType<T>): Column<T> {
  return { cypher: `${alias}.${name}`, schema };
}

/** A list property; one that is not stored is empty. */
export function list<T>(alias: string, name: string, schema: z.ZodType<T>): Column<T[]> {
  return { cypher: `coalesce(${alias}.${name}, [])`, schema: z.array(schema) };
}

/** What a statement selects: the text of a Cypher list, and the schema that turns that list into a record. */
export type Selection<T> = { readonly cypher: string; readonly schema: z.ZodType<T> };

/** Which columns of a record to select, and which of the records inside it with which of theirs. */
export type Picked = {
  readonly columns: ReadonlySet<string> | 'ALL';
  readonly inner: ReadonlyMap<string, Picked>;
};

/** Columns by which a record is known: selected whatever is asked for. */
const always = new Set(['id', 'kind']);

/**
 * A record as a Cypher list. Rows travel as lists because names repeated in every row cost both engines more than
 * the values do. What `picked` leaves out is not fetched, and throws when it is read: it must not pass for "not known".
 */
export function select<T extends object>(record: RecordOf<T>, picked?: Picked): Selection<T> {
  const all = Object.entries(record.columns) as [string, Column<unknown> | RecordOf<object>][];
  const isPicked = (name: string) =>
    !picked || picked.columns === 'ALL' || always.has(name) || picked.columns.has(name);
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
  const values = z.tuple(chosen.map(([, column]) => column.schema) as [z.ZodType, ...z.ZodType[]]);
  // The tuple has been checked column by column against ColumnsOf<T>; only its shape changes here.
  const make = recordMaker(names, missing) as (values: readonly unknown[], then?: object) => T;
  if (record.history === undefined) return { cypher, schema: values.transform((found) => make(found)) };
  return {
    cypher: `[${cypher}, ${record.history}]`,
    schema: z
      .tuple([values, z.string().nullable()])
      .transform(([found, then]) => make(found, then === null ? undefined : JSON.parse(then))),
  };
}

/** Makes records of values in the order of their names; `then` holds values that differed. */
function recordMaker(names: readonly string[], missing: readonly string[]) {
  const guard = Object.defineProperties(
    {},
    Object.fromEntries(missing.map((name) => [name, { get: () => refuse(name) }])),
  );
  return (values: readonly unknown[], then: { readonly [name: string]: unknown } = {}) => {
    const record: { [name: string]: unknown } = missing.length > 0 ? Object.create(guard) : {};
    for (let place = 0; place < names.length; place += 1) {
      const name = names[place] as string;
      record[name] = name in then ? then[name] : values[place];
    }
    return record;
  };
}

function refuse(name: string): never {
  throw new Error(
    `${name} was read, but no field that reads it was planned for: declare it where the field is`,
  );
}
