import { knownOn } from '../graph/ahead.ts';
import type { Anchor, AnyList, List, Window } from '../graph/statements/list.ts';
import type { ReportedBy } from '../model/filters.ts';

/** Whose list: what its statement knows as `k`. */
export type ParentKey = string | readonly string[];

/** A list, and which page of it; all of it where no window is given. */
export type Asked<T> = { readonly list: List<T>; readonly window?: Window };

/**
 * What a field reads from its parent. Its resolver and the plan that reads ahead use the same reading, so that they
 * ask for the same.
 */
export type Reading<Args, T, Parent = { readonly id: string }> = {
  /** Unlike that of any other reading. */
  readonly name: string;
  /** The list that the field's arguments ask for. Throws BadUserInput for arguments that ask for none. */
  readonly ask: (args: Args) => Asked<T>;
  readonly keyOf: (parent: Parent, args: Args) => ParentKey;
  /** How it hangs on its parent inside a statement that has bound that; on the node itself where left out. */
  readonly anchor?: (variable: string) => Anchor;
  /** Whether a parent has one row of it at most. */
  readonly single?: true;
  /** The arguments that decide what it reads, where its resolver applies the others; all where left out. */
  readonly argsOf?: (args: Args) => object;
  /** Whether it follows what the parent says now, so that it fits no parent as it was known on some day. */
  readonly followsNow?: true;
};

/** A reading of whatever sort, where only its shape counts; its arguments are those of its own field. */
export type AnyReading = Omit<Reading<never, never, never>, 'ask'> & {
  readonly ask: (args: never) => { readonly list: AnyList; readonly window?: Window };
};

/**
 * The arguments a field is read with: where its parent was read by what was known on a day, by that day's knowledge too,
 * unless the field asks for another.
 */
export function inherited<Args extends object>(args: Args, day: string | undefined): Args {
  return day === undefined || (args as ReportedBy).reportedBy ? args : { ...args, reportedBy: day };
}

/** The arguments a field of a record is read with; see `inherited`. */
export function inheritedFrom<Args extends object>(parent: object, args: Args): Args {
  return inherited(args, knownOn(parent));
}

/** The keys of readings by their arguments: all rows of a list are asked with the same. */
const keys = new WeakMap<object, { readonly name: string; readonly key: string }>();

/** What a reading with its arguments is known by on its parent. */
export function readingKey(reading: Pick<AnyReading, 'name' | 'argsOf'>, args: object): string {
  const { name } = reading;
  const known = keys.get(args);
  if (known?.name === name) return known.key;
  const key = makeKey(reading, args);
  keys.set(args, { name, key });
  return key;
}

function makeKey({ name, argsOf }: Pick<AnyReading, 'name' | 'argsOf'>, args: object): string {
  const deciding = argsOf ? argsOf(args as never) : args;
  for (const _ in deciding) return `${name} ${JSON.stringify(deciding)}`;
  return name;
}

/** The key of a count of a reading's list. */
export function countKey(key: string): string {
  return `${key} totalCount`;
}

/** The key of a reading's list counted by a facet. */
export function facetKey(key: string, facet: string): string {
  return `${key} by ${facet}`;
}

/** The id of a parent: what most lists hang on. */
export function byId({ id }: { readonly id: string }): string {
  return id;
}

/** The key of a list that hangs on nothing. */
export function byNothing(): string {
  return '';
}
