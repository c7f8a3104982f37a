import type { Combined } from '../../../model/filters.ts';
import type { Params, Value } from '../../store.ts';

/** Collects the parameters and names the variables of a filter's conditions while they are written. */
export type Bag = {
  /** Takes a value and gives the parameter that stands for it in the text. */
  add(value: Value): string;
  /** A variable name that no other condition uses. */
  variable(prefix: string): string;
  readonly params: Params;
};

/** An empty bag. Names depend only on the order in which they are asked for, so equal filters give equal texts. */
export function createBag(): Bag {
  const params: { [name: string]: Value } = {};
  let variables = 0;
  return {
    params,
    add(value) {
      const name = `f${Object.keys(params).length}`;
      params[name] = value;
      return `$${name}`;
    },
    variable(prefix) {
      variables += 1;
      return `${prefix}${variables}`;
    },
  };
}

/** Writes the conditions of one filter, without its `and`, `or` and `not`. */
type Write<F> = (filter: F, bag: Bag) => readonly string[];

/**
 * The conditions of a filter with all it combines. No condition is ever null, so that `not` means "does not hold" and
 * never "is not known".
 */
export function combined<F extends Combined<F>>(filter: F, bag: Bag, write: Write<F>): string[] {
  const all = (one: F) => joined(combined(one, bag, write), 'AND');
  return [
    ...write(filter, bag),
    ...(filter.and ?? []).map(all),
    ...(filter.or ? [joined(filter.or.map(all), 'OR')] : []),
    ...(filter.not ? [`NOT ${all(filter.not)}`] : []),
  ];
}

/** Conditions joined and put in brackets; of none, AND holds and OR does not. */
export function joined(conditions: readonly string[], by: 'AND' | 'OR'): string {
  if (conditions.length === 0) return by === 'AND' ? '(true)' : '(false)';
  return `(${conditions.join(` ${by} `)})`;
}
