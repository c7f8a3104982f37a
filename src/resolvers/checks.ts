import { BadUserInput } from '../errors.ts';
import type { AsOf, DayRange } from '../model/filters.ts';

/** The deepest that filters may lie inside one another, and the most parts one may have: bounds on what a query costs. */
const maxFilterDepth = 5;
const maxFilterParts = 100;

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
 * `certainty` without a day, filters nested or listed beyond the limits. Throws BadUserInput.
 */
export function checkFilter(argument: string, filter: object | null | undefined): void {
  let parts = 0;
  const visit = (value: unknown, path: string, depth: number): void => {
    parts += 1;
    if (parts > maxFilterParts)
      throw new BadUserInput(argument, `has more than ${maxFilterParts} parts; ask for less at once`);
    if (depth > maxFilterDepth * 2)
      throw new BadUserInput(path, `lies deeper than ${maxFilterDepth} filters; ask for less at once`);
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, `${path}[${index}]`, depth + 1);
    } else if (value && typeof value === 'object') {
      checkFields(value, path);
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`, depth + 1);
    }
  };
  if (filter) visit(filter, argument, 0);
}

function checkFields(filter: DayRange & AsOf, path: string): void {
  checkRange(path, filter);
  checkAsOf(filter, `${path}.certainty`);
}
