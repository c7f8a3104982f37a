import type { Random } from '../generated/random.ts';
import type { Value } from './literals.ts';

/** What operations ask about: things of the graph, and cursors that lists of it gave. */
export type Pool = {
  readonly entities: readonly string[];
  readonly events: readonly string[];
  readonly articles: readonly string[];
  /** Global ids. */
  readonly ids: readonly string[];
  /** What is searched for; words of generated dossiers where left out. */
  readonly texts?: readonly string[];
  /** By the type and name of a field that gives a connection. */
  readonly cursors: ReadonlyMap<string, readonly ListCursor[]>;
};

/** A list, known by the arguments that do not page it, and the cursor of one of its rows. */
export type ListCursor = { readonly args: Arguments; readonly cursor: string };

/** Arguments as a client gives them. */
export type Arguments = { readonly [name: string]: Value };

/** A connection that an operation asks for: its field, and the arguments that do not page it. */
export type AskedList = { readonly field: string; readonly args: Arguments };

/** What an operation may be like. */
export type Style = {
  /** Most fields, and how deep they may lie. */
  readonly fields: number;
  readonly depth: number;
  readonly roots: number;
  /** How many of its arguments cannot be meant. */
  readonly spoils: number;
  /** Only fields that declare all they read, and of the query's own lists only rows: one statement reads it all. */
  readonly isAhead?: boolean;
};

export type Variable = {
  readonly name: string;
  readonly type: string;
  readonly standard?: string;
  readonly value?: Value;
};

/** An operation in the making. */
export type Making = {
  readonly random: Random;
  readonly pool: Pool;
  readonly style: Style;
  readonly variables: Variable[];
  readonly fragments: { readonly name: string; readonly on: string; readonly selection: string }[];
  /** By the name under which the answer has it. */
  readonly lists: Map<string, AskedList>;
  /**
   * Whether it asks what was known by some day. All that is inside such a list is of that day too, so that cursors of a
   * list elsewhere are none of the same list there.
   */
  readonly isOfThen: boolean;
  fields: number;
  spoils: number;
  names: number;
};

/** A name that the operation does not have yet. */
export function freshName(making: Making, letter: string): string {
  making.names += 1;
  return `${letter}${making.names}`;
}

/** Cursors known of a list that fit it in this operation. */
export function fittingCursors({ pool, isOfThen }: Making, of: string, field: string): readonly ListCursor[] {
  if (isOfThen && of !== 'Query') return [];
  return (pool.cursors.get(`${of}.${field}`) ?? []).filter(({ args }) => isOfThen || !args.reportedBy);
}

/** Whether to put something here that cannot be meant; as often as the style has it. */
export function mayExpectSpoil(making: Making): boolean {
  if (making.spoils === 0 || !making.random.chance(0.4)) return false;
  making.spoils -= 1;
  return true;
}
