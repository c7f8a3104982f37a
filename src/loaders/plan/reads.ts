import type { AnyList } from '../../graph/statements/list.ts';
import type { AnyReading } from '../reading.ts';

/** Records to read by their ids, all of one list: the names of the GraphQL types they can be, and their ids. */
export type NodeGroup = {
  /** Under which the root has them: a map from id to record. */
  readonly key: string;
  readonly list: AnyList;
  readonly types: ReadonlySet<string>;
  readonly ids: readonly string[];
};

/**
 * What a field reads, declared beside it so that it can be read ahead of its resolver, with the record it is a field
 * of. A field that declares nothing is taken to need every column of its record, and reads for itself what else it
 * needs.
 */
export type Reads =
  /** Columns of the record; `a.b` is a column of the record `a` inside it. */
  | { readonly columns: readonly string[] }
  /** The record inside the record under this name; the record itself where it is empty. */
  | { readonly part: string }
  /** A connection's rows: the record of each, or the one inside it under the name of `part`. */
  | { readonly rows: true; readonly part?: string }
  /** Where a row stands in its list. */
  | { readonly place: true }
  /** Whether a page's list goes on after it. */
  | { readonly more: true }
  /** A connection's page, of whose rows no column is given. */
  | { readonly page: true }
  /** How many rows the connection's whole list has. */
  | { readonly count: true }
  /** The connection's whole list counted by a facet: named here, or by an argument. */
  | { readonly facet: string | ((args: never) => string) }
  /** Nodes named by the arguments. */
  | { readonly nodes: (args: never) => readonly NodeGroup[] }
  | ReadsList;

/** What hangs on the record; of each row, the columns that the resolver looks at, and the record that it gives. */
export type ReadsList = {
  readonly reading: AnyReading;
  /** The columns of the record itself that the resolver needs to find what was not read ahead. */
  readonly parentColumns?: readonly string[];
  readonly columns?: readonly string[];
  readonly part?: string;
  /** What the resolver reads from each row in turn, to give that. */
  readonly next?: ReadsList;
};

/** The options of a field that declare what it reads. */
export function reads(declared: Reads) {
  return { extensions: { reads: declared } };
}
