import type { Anchor, AnyList, List, Window } from '../graph/statements/list.ts';

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
  /** Whether it reads the same whatever the arguments of its field, which its resolver applies. */
  readonly ignoresArgs?: true;
  /** Whether it follows what the parent says now, so that it fits no parent as it was known on some day. */
  readonly followsNow?: true;
};

/** A reading of whatever sort, where only its shape counts; its arguments are those of its own field. */
export type AnyReading = Omit<Reading<never, never, never>, 'ask'> & {
  readonly ask: (args: never) => { readonly list: AnyList; readonly window?: Window };
};

/** What a reading with its arguments is known by on its parent. */
export function readingKey(
  { name, ignoresArgs }: Pick<AnyReading, 'name' | 'ignoresArgs'>,
  args: object,
): string {
  if (ignoresArgs) return name;
  for (const _ in args) return `${name} ${JSON.stringify(args)}`;
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
