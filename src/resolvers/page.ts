import { createHash } from 'node:crypto';
import { BadUserInput } from '../errors.ts';
import type { List, OrderKey, Place, Window } from '../loaders/lists.ts';
import type { ParentKey, Reading } from '../loaders/reading.ts';
import { defaultPageSize, maxPageSize } from '../model/pages.ts';

/** The arguments of a connection, as Relay names them. */
export type PageArgs = {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
};

/**
 * What cursors of a list are marked with: the field, its order, and its arguments but those that page, so that no other
 * list takes them.
 */
export function cursorName(field: string, order: readonly OrderKey[], args: PageArgs): string {
  const { first, after, last, before, ...rest } = args;
  const given = JSON.stringify(rest);
  const digest = given === '{}' ? '' : createHash('sha256').update(given).digest('base64url').slice(0, 10);
  return [field, ...order.map((key) => `${key.descending ? '-' : ''}${key.name}`), digest].join(' ');
}

/** A reading of the pages of a list: each has its own name, and its arguments page as Relay has it. */
export function pageReading<Args extends PageArgs, T, Parent>(
  name: string,
  keyOf: (parent: Parent) => ParentKey,
  listOf: (args: Args) => List<T>,
): Reading<Args, T, Parent> {
  return {
    name,
    keyOf,
    ask: (args) => {
      const list = listOf(args);
      const shape = list.order.map(() => 'string' as const);
      return { list, window: windowOf(() => cursorName(name, list.order, args), shape, args) };
    },
  };
}

/** A cursor: the list it belongs to, and the place of its row in that list. Opaque to clients. */
export function encodeCursor(list: string, place: Place): string {
  return Buffer.from(JSON.stringify([list, ...place])).toString('base64url');
}

/** What the parts of a list's places are: text, but for lists ordered by a number. */
export type PlaceShape = readonly ('string' | 'number')[];

/** The place inside a cursor of `list`. Throws BadUserInput, naming the argument, for a cursor of anything else. */
function decodeCursor(list: string, shape: PlaceShape, argument: string, cursor: string): Place {
  const [of, ...place] = parseCursor(cursor) ?? [];
  if (of === undefined)
    throw new BadUserInput(argument, 'is not a cursor; pass one that this field returned');
  if (
    of !== list ||
    place.length !== shape.length ||
    place.some((part, index) => typeof part !== shape[index])
  )
    throw new BadUserInput(
      argument,
      'is a cursor of another list or order; pass one that this field returned',
    );
  return place;
}

function parseCursor(cursor: string): Place | null {
  try {
    const bytes = Buffer.from(cursor, 'base64url');
    const value: unknown = JSON.parse(bytes.toString());
    const isPart = (part: unknown) => typeof part === 'string' || typeof part === 'number';
    // Decoding skips what is no base64; a cursor of ours is its own encoding.
    return Array.isArray(value) && value.every(isPart) && bytes.toString('base64url') === cursor
      ? value
      : null;
  } catch {
    return null;
  }
}

/**
 * The window that a connection's arguments ask for in a list (`list` says what its cursors are marked with) whose places
 * are of a shape: from the front with `first` and `after`, from the back with `last` and `before`. Throws BadUserInput
 * naming the argument and the limit.
 */
export function windowOf(list: () => string, shape: PlaceShape, args: PageArgs): Window {
  if (typeof args.first === 'number' && typeof args.last === 'number')
    throw new BadUserInput('last', 'cannot stand beside first; ask for one end of the list');
  const backwards = typeof args.last === 'number';
  const limit = args.last ?? args.first ?? defaultPageSize;
  if (limit < 0 || limit > maxPageSize)
    throw new BadUserInput(backwards ? 'last' : 'first', `must be from 0 to ${maxPageSize}, not ${limit}`);
  const placeOf = (argument: 'after' | 'before') => {
    const cursor = args[argument];
    return typeof cursor === 'string' ? { [argument]: decodeCursor(list(), shape, argument, cursor) } : {};
  };
  return { limit, backwards, ...placeOf('after'), ...placeOf('before') };
}
