import type { DescriptionFilter } from '../../../model/filters.ts';
import { applying } from '../list.ts';
import { type Bag, combined } from './bag.ts';
import { anyContains } from './text.ts';

/** The conditions of a filter on the description bound to `d`. */
export function descriptionConditions(
  d: string,
  filter: DescriptionFilter | null | undefined,
  bag: Bag,
): string[] {
  if (!filter) return [];
  return combined(filter, bag, (one) =>
    applying(
      one.aspects && `${d}.aspect IN ${bag.add(one.aspects)}`,
      typeof one.text === 'string' && anyContains([`${d}.textEn`, `${d}.textKo`], one.text, bag),
    ),
  );
}
