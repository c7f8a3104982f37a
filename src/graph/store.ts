import type { z } from 'zod';

/** A value a statement takes or gives: what both engines and JSON can hold. Whole numbers travel as integers. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** The parameters of a statement, by name without the dollar sign. */
export type Params = { readonly [name: string]: Value };

/** One row of an answer, by column. Unknown until the statement's own schema has parsed it. */
export type Row = { readonly [column: string]: unknown };

/**
 * One Cypher statement with a name (for logs, counts and the conformance suite) and the schema of its rows.
 * The text must run unchanged on both engines; values are always parameters.
 */
export type Statement<T = unknown> = {
  readonly name: string;
  readonly text: string;
  readonly row: z.ZodType<T>;
};

/** Bounds of one read: a signal that abandons it, and the time after which the engine gives up, in milliseconds. */
export type ReadOptions = { readonly signal?: AbortSignal; readonly timeoutMs?: number };

/** What a unit of work may do inside its transaction. */
export type Transaction = {
  /** Runs one statement inside the transaction and gives its parsed rows. */
  run<T>(statement: Statement<T>, params: Params): Promise<T[]>;
  /**
   * Tells the engine what can be found by `search` from this transaction on. The same tokens are stored as the
   * property `searchText`; an engine whose index follows that property has nothing to do.
   */
  indexed(changes: SearchChanges): void;
};

/** A thing that can be searched for: its kind, and the tokens it is found by, joined by spaces. */
export type SearchEntry = { readonly id: string; readonly kind: string; readonly searchText: string };

/** What a transaction changes of what can be found: entries put in or replaced, and ids taken out. */
export type SearchChanges = { readonly set: readonly SearchEntry[]; readonly remove: readonly string[] };

/** A search: tokens with their weights, the kinds wanted (all where left out), and how many candidates at most. */
export type SearchRequest = {
  readonly tokens: readonly { readonly token: string; readonly weight: number }[];
  readonly kinds?: readonly string[];
  readonly limit: number;
};

/** The ids of a search's candidates, the likeliest first; `cut` where there are, or may be, more than were asked for. */
export type SearchCandidates = { readonly ids: readonly string[]; readonly cut: boolean };

/** The answer to "are you there": the engine and its version. */
export type StoreHealth = { readonly engine: 'embedded' | 'neo4j'; readonly version: string };

/**
 * The port to a property graph. Two engines stand behind it, and nothing outside `graph/` knows which.
 * Every method throws `StoreError` when the store is out of reach, locked, damaged or too slow; an outage is
 * never an empty answer.
 */
export type GraphStore = {
  /** Runs one statement in a read transaction of its own and gives its parsed rows. */
  read<T>(statement: Statement<T>, params: Params, options?: ReadOptions): Promise<T[]>;
  /**
   * Runs `work` in one write transaction: all of it is stored, or nothing when it throws. It may be called again
   * after a conflict with another writer, so it must not change anything but the graph.
   */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /**
   * The things of the kinds wanted that have some of the tokens. Engines weigh tokens in ways of their own: the order is
   * for cutting off only, and the caller ranks what it gets.
   */
  search(request: SearchRequest, options?: ReadOptions): Promise<SearchCandidates>;
  /** Creates the constraints and indexes this engine needs; harmless when they are there. */
  ensureSchema(): Promise<void>;
  /** Asks the store a trivial question. */
  health(): Promise<StoreHealth>;
  /** Releases everything the store holds. Nothing may be asked of it afterwards. */
  close(): Promise<void>;
};
