import type { Entity } from '../model/things.ts';
import type { BucketUnit } from '../time/bucket.ts';
import type { Decode } from './decode.ts';

/** A value a statement takes or gives: what both engines and JSON can hold. Whole numbers travel as integers. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** The parameters of a statement, by name without the dollar sign. */
export type Params = { readonly [name: string]: Value };

/** One row of an answer, by column. Unknown until the statement has decoded it. */
export type Row = { readonly [column: string]: unknown };

/**
 * One Cypher statement with a name (for logs, counts and the conformance suite) and what gives its rows their type.
 * The text must run unchanged on both engines; values are always parameters.
 */
export type Statement<T = unknown> = {
  readonly name: string;
  readonly text: string;
  readonly row: Decode<T>;
  /** That it answers for each of `$keys` by a row of its own, and decodes all of them as one: see statements/keyed.ts. */
  readonly isKeyed?: true;
};

/** Bounds of one read: a signal that abandons it, and the time after which the engine gives up, in milliseconds. */
export type ReadOptions = { readonly signal?: AbortSignal; readonly timeoutMs?: number };

/** Hears of each statement when it has ended: its name, how long it took in seconds, and whether it failed. */
export type Observer = (statement: string, seconds: number, failed: boolean) => void;

/** What a unit of work may do inside its transaction. */
export type Transaction = {
  /** As of the store. */
  readonly indexesRelationships?: true;
  /** Runs one statement inside the transaction and gives its parsed rows. */
  run<T>(statement: Statement<T>, params: Params): Promise<T[]>;
  /**
   * Tells the engine what can be found by `search`, and where in its list, from this transaction on. The same is stored
   * as properties of the things; an engine whose indexes follow those has nothing to do.
   */
  indexed(changes: SearchChanges): void;
  /**
   * Tells the engine whose hops this transaction writes or removes: the things that relationships start from, and the
   * events that things take part in. An engine that finds paths by what it stores has nothing to do.
   */
  rejoined(owners: readonly string[]): void;
};

/** A list in order: entities by name, events and articles by time. */
export type OrderedListName = 'Entity' | 'Event' | 'Article';

/** The first and last day of a date, as ISO days: an empty text where the beginning is open, `~` where the end is. */
export type DayPair = readonly [string, string];

/**
 * The place of a thing: its list, the key it is ordered by (which ends with a tab and its id), every date that sources
 * give it now, and the key of the shortest bucket of time that holds them all.
 */
export type ListPlace = {
  readonly list: OrderedListName;
  readonly key: string;
  readonly dates: readonly DayPair[];
  readonly bucket: string;
};

/** A thing that can be searched for: its kind, the tokens it is found by, joined by spaces, and its place in a list. */
export type SearchEntry = {
  readonly id: string;
  readonly kind: string;
  readonly searchText: string;
  readonly place: ListPlace;
};

/** What a transaction changes of what can be found: entries put in or replaced, and ids taken out. */
export type SearchChanges = { readonly set: readonly SearchEntry[]; readonly remove: readonly string[] };

/** A token, and how much a thing that has it is preferred. */
export type WeighedToken = { readonly token: string; readonly weight: number };

/**
 * A search for things that have any of the tokens, or all of a set, which is one token of each of its groups; the kinds
 * wanted (all where left out), and how many candidates at most.
 */
export type SearchRequest = {
  readonly tokens: readonly WeighedToken[];
  readonly sets?: readonly (readonly (readonly WeighedToken[])[])[];
  readonly kinds?: readonly string[];
  readonly limit: number;
};

/**
 * What a search ranks a candidate by, entity or not: all columns of an entity, which then needs no reading, and whether
 * any source describes it, so that what sources say is read of no other.
 */
export type Searched = Readonly<Omit<Entity, 'kind'> & { kind: string; isDescribed: boolean }>;

/**
 * The ids of a search's candidates, the likeliest first; `cut` where there are, or may be, more than were asked for.
 * `things` are the candidates as they stand now, from an engine that has them at hand.
 */
export type SearchCandidates = {
  readonly ids: readonly string[];
  readonly things?: readonly Searched[];
  readonly cut: boolean;
};

/** Which things of a list: those of some kinds, and those of which a date may lie between two ISO days, both included. */
export type OrderedFilter = {
  readonly list: OrderedListName;
  readonly kinds?: readonly string[] | null;
  readonly from?: string | null;
  readonly to?: string | null;
};

/** A page of a list: at most `limit` things strictly between two keys, read from one end. */
export type OrderedRequest = OrderedFilter & {
  readonly after?: string | null;
  readonly before?: string | null;
  /** Read from the end of the list; what is last then comes first. */
  readonly backwards: boolean;
  readonly limit: number;
};

/** How many things there are by a text, in the order of the texts. */
export type OrderedCounts = readonly (readonly [string, number])[];

/** A way: the things that a path comes to one after another, its end the last. */
export type Way = readonly string[];

/** Some ways, and how many hops, of whatever type, each thing has that they pass. */
export type FoundWays = { readonly ways: readonly Way[]; readonly sizes: ReadonlyMap<string, number> };

/**
 * The ways of the shortest paths between two different things by hops of some stored types, whichever way they point: of
 * at most `maxLength` hops, and as many ways as are wanted, the first in the order of the things they come to.
 */
export type WaysRequest = {
  readonly from: string;
  readonly to: string;
  readonly types: readonly string[];
  readonly maxLength: number;
  readonly wanted: number;
};

/** The answer to "are you there": the engine and its version. */
export type StoreHealth = { readonly engine: 'embedded' | 'neo4j'; readonly version: string };

/**
 * The port to a property graph. Two engines stand behind it, and nothing outside `graph/` knows which.
 * Every method throws `StoreError` when the store is out of reach, locked, damaged or too slow; an outage is
 * never an empty answer.
 */
export type GraphStore = {
  /** That relationships are found by their properties, in order: see `List.indexed`, `lesserEnd`. Left out, they are not. */
  readonly indexesRelationships?: true;
  /** Runs one statement in a read transaction of its own and gives its parsed rows. */
  read<T>(statement: Statement<T>, params: Params, options?: ReadOptions): Promise<T[]>;
  /**
   * Runs `work` in one write transaction: all of it is stored, or nothing when it throws. It may be called again
   * after a conflict with another writer, so it must not change anything but the graph.
   */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /**
   * For each request the things of the kinds wanted that have what is looked for. Engines weigh tokens in ways of their
   * own: the order is for cutting off only, and the caller ranks what it gets.
   */
  search(requests: readonly SearchRequest[], options?: ReadOptions): Promise<readonly SearchCandidates[]>;
  /**
   * The ids of a page of a list in order; null where the engine has an index in that order, and a statement does better.
   */
  orderedIds(request: OrderedRequest, options?: ReadOptions): Promise<readonly string[] | null>;
  /** Counts what a filter leaves of a list, by kind or by bucket of time; null as `orderedIds`. */
  orderedCounts(
    filter: OrderedFilter,
    by: 'KIND' | BucketUnit,
    options?: ReadOptions,
  ): Promise<OrderedCounts | null>;
  /** The first ways of shortest paths; null where a statement finds them faster. */
  shortestWays(request: WaysRequest, options?: ReadOptions): Promise<FoundWays | null>;
  /** Creates the constraints and indexes this engine needs, and makes them ready; harmless when they are. */
  ensureSchema(): Promise<void>;
  /** Asks the store a trivial question. */
  health(): Promise<StoreHealth>;
  /** Releases everything the store holds. Nothing may be asked of it afterwards. */
  close(): Promise<void>;
};
