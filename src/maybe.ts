/** A value that is there, or is still to come. */
export type Maybe<T> = T | Promise<T>;

/**
 * Uses a value: at once where it is there. Nearly all that fields give has been read ahead, and a promise for each field
 * of a large answer would take longer than the answer itself.
 */
export function using<T, R>(value: Maybe<T>, use: (value: T) => Maybe<R>): Maybe<R> {
  return value instanceof Promise ? value.then(use) : use(value);
}
