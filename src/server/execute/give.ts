import type { Maybe } from '../../maybe.ts';
import type { Field, Path } from './request.ts';

/** Gives an object of its fields, in their order; those that are still to come are waited for together. */
export function giveObject(fields: readonly Field[], source: unknown, path: Path | undefined): Maybe<object> {
  const given: { [key: string]: unknown } = Object.create(null);
  const pending: Promise<void>[] = [];
  try {
    for (const { key, give } of fields) {
      const value = give(source, path);
      given[key] = value;
      if (value instanceof Promise)
        pending.push(
          value.then((later) => {
            given[key] = later;
          }),
        );
    }
  } catch (error) {
    // The fields before it go on; that they may fail too is no news.
    for (const one of pending) one.catch(() => {});
    throw error;
  }
  return pending.length > 0 ? Promise.all(pending).then(() => given) : given;
}

/** Gives all items of a list; those that are still to come are waited for together. */
export function giveAll(
  items: readonly unknown[],
  give: (item: unknown, index: number) => Maybe<unknown>,
): Maybe<unknown[]> {
  const given: Maybe<unknown>[] = [];
  let isPending = false;
  try {
    for (let index = 0; index < items.length; index += 1) {
      const one = give(items[index], index);
      isPending ||= one instanceof Promise;
      given.push(one);
    }
  } catch (error) {
    // As in an object: the items before it may fail too, and those behind it are promises that nobody waits for.
    for (const one of [...given, ...items]) if (one instanceof Promise) one.catch(() => {});
    throw error;
  }
  return isPending ? Promise.all(given) : given;
}
