import { type Decode, listOf, nullable, text, values, within } from './decode.ts';

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

/**
 * What a statement selects of a record: the Cypher of its columns, and what makes the record of their values, which
 * begin at some place of a list. The columns of a record inside it stand among its own: lists within lists cost both
 * engines, and the road from them, more than their values.
 */
export type Selection<T> = {
  readonly columns: readonly string[];
  readonly make: (values: readonly unknown[], at: number) => T;
};

/** Which columns of a record to select, and which of the records inside it with which of theirs. */
export type Picked = {
  readonly columns: ReadonlySet<string> | 'ALL';
  readonly inner: ReadonlyMap<string, Picked>;
};

/**
 * Selects a record. Rows travel as lists because names repeated in every row cost both engines more than the values do.
 * What `picked` leaves out is not fetched, and throws when it is read: it must not pass for "not known".
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
    return isPicked(name) ? [[name, selectOne(column)]] : [];
  });
  const names = chosen.map(([name]) => name);
  const missing = all.map(([name]) => name).filter((name) => !names.includes(name));
  const columns = chosen.flatMap(([, selection]) => selection.columns);
  // The values are decoded column by column as ColumnsOf<T> has them.
  const make = recordMaker(chosen, missing) as Selection<T>['make'];
  const { history } = record;
  if (history === undefined) return { columns, make };
  return {
    columns: [...columns, history],
    make: (values, at) => {
      const then = jsonOrNull(values[at + columns.length]);
      return then === null ? make(values, at) : Object.assign(make(values, at), differing(names, then));
    },
  };
}

/** The Cypher list of a selection, and what makes the record of it. */
export function asList<T>({ columns, make }: Selection<T>): Column<T> {
  return {
    cypher: `[${columns.join(', ')}]`,
    decode: (value) => make(values(value, columns.length), 0),
  };
}

function selectOne<T>({ cypher, decode }: Column<T>): Selection<T> {
  return { columns: [cypher], make: (values, at) => decode(values[at]) };
}

const jsonOrNull = nullable(text);

/** What differed then of the columns that were selected; a history holds what we wrote, and is not decoded again. */
function differing(names: readonly string[], then: string): object {
  const all = Object.entries(JSON.parse(then) as object);
  return Object.fromEntries(all.filter(([name]) => names.includes(name)));
}

/** Makes records of what was chosen, in that order. */
function recordMaker(chosen: readonly (readonly [string, Selection<unknown>])[], missing: readonly string[]) {
  const guard = Object.defineProperties(
    {},
    Object.fromEntries(missing.map((name) => [name, { get: () => refuse(name) }])),
  );
  let width = 0;
  const fields = chosen.map(([name, { columns, make }]) => {
    const offset = width;
    width += columns.length;
    return { name, make, offset };
  });
  return (values: readonly unknown[], at: number) => {
    const record: { [name: string]: unknown } = missing.length > 0 ? Object.create(guard) : {};
    let reached = '';
    try {
      for (const { name, make, offset } of fields) {
        reached = name;
        record[name] = make(values, at + offset);
      }
    } catch (error) {
      throw within(reached, error);
    }
    return record;
  };
}

function refuse(name: string): never {
  throw new Error(
    `${name} was read, but no field that reads it was planned for: declare it where the field is`,
  );
}
