import { BadUserInput } from '../errors.ts';
import type { AsOf, DayRange } from '../model/filters.ts';
import { checkCount } from './limits.ts';

/**
 * The bounds on what a filter costs: how deep filters may lie inside one another, how many filters one may consist of,
 * and how many entries each list in it may have.
 */
export const filterLimits = { depth: 5, filters: 100, entries: 100 } as const;

/** Refuses `certainty` without a day it could be of: BadUserInput. */
export function checkAsOf({ asOf, certainty }: AsOf, argument = 'certainty'): void {
  if (certainty && !asOf)
    throw new BadUserInput(argument, 'needs asOf beside it: certain or possible on which day?');
}

/** Refuses a range of days that ends before it begins: BadUserInput. */
export function checkRange(argument: string, { from, to }: DayRange): void {
  if (typeof from === 'string' && typeof to === 'string' && from > to)
    throw new BadUserInput(argument, `from ${from} lies after to ${to}; swap them`);
}

/**
 * Refuses a filter that cannot be meant, naming the place inside the argument: a range that ends before it begins,
 * `certainty` without a day, an empty text (which every text contains), and whatever lies beyond `filterLimits`. Throws
 * BadUserInput.
 */
export function checkFilter(argument: string, filter: object | null | undefined): void {
  let filters = 0;
  const count = (more: number) => {
    filters += more;
    if (filters > filterLimits.filters)
      throw new BadUserInput(
        argument,
        `consists of more than ${filterLimits.filters} filters; ask for less at once`,
      );
  };
  const visit = (value: unknown, path: string, depth: number): void => {
    if (value === '') throw new BadUserInput(path, 'is empty; leave it out, or give a text');
    if (Array.isArray(value)) {
      checkCount(path, [0, filterLimits.entries], value);
      for (const [index, item] of value.entries()) visit(item, `${path}[${index}]`, depth);
    } else if (value && typeof value === 'object') {
      count(1 + conditionsOf(value));
      if (depth > filterLimits.depth)
        throw new BadUserInput(path, `lies deeper than ${filterLimits.depth} filters; ask for less at once`);
      checkFields(value, path);
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`, depth + 1);
    }
  };
  visit(filter, argument, 0);
}

/** How many conditions a filter makes besides one for each of its fields: `all` makes one for each entry. */
function conditionsOf({ all }: { readonly all?: unknown }): number {
  return Array.isArray(all) ? all.length : 0;
}

function checkFields(filter: DayRange & AsOf, path: string): void {
  checkRange(path, filter);
  checkAsOf(filter, `${path}.certainty`);
}
