import { z } from 'zod';

/** One selected column: the Cypher that yields it, and the schema of what comes back. */
export type Column<T> = { readonly cypher: string; readonly schema: z.ZodType<T> };

/** The columns of a record, in the order they are selected. The record's type decides which there must be. */
export type ColumnsOf<T> = { readonly [K in keyof T]-?: Column<T[K]> };

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

/**
 * A record as a Cypher list. Rows travel as lists because names repeated in every row cost both engines more than
 * the values do.
 */
export function select<T extends object>(columns: ColumnsOf<T>): Selection<T> {
  const names = Object.keys(columns) as (keyof T & string)[];
  const schemas = names.map((name): z.ZodType => columns[name].schema);
  return {
    cypher: `[${names.map((name) => columns[name].cypher).join(', ')}]`,
    schema: z
      .tuple(schemas as [z.ZodType, ...z.ZodType[]])
      // The tuple has just been checked column by column against ColumnsOf<T>; only its shape changes here.
      .transform((values) => Object.fromEntries(names.map((name, index) => [name, values[index]])) as T),
  };
}

/** A record inside a record: the selection itself is the column. */
export function nested<T>(selection: Selection<T>): Column<T> {
  return selection;
}

/**
 * A record as it was known at some time: `history` yields, as JSON, the fields that then differed from what stands
 * now; null where nothing did.
 */
export function asKnown<T extends object>(now: Selection<T>, history: string): Selection<T> {
  return {
    cypher: `[${now.cypher}, ${history}]`,
    schema: z
      .tuple([now.schema, z.string().nullable()])
      .transform(([record, then]) =>
        then === null ? record : { ...record, ...(JSON.parse(then) as Partial<T>) },
      ),
  };
}
