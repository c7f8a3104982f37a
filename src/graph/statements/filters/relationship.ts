import type { RelationshipFilter } from '../../../model/filters.ts';
import { applying } from '../list.ts';
import { type Bag, combined } from './bag.ts';
import { entityConditions } from './entity.ts';
import { version, versionOf } from './time.ts';
import { toldBy, toldIn } from './told.ts';

/**
 * The conditions of a filter on the relationship bound to `r` whose other end is `m`; with `reported`, by what was known in
 * the version bound, and of the other end by `$reportedBy`.
 */
export function relationshipConditions(
  r: string,
  m: string,
  filter: RelationshipFilter | null | undefined,
  bag: Bag,
  reported = false,
): string[] {
  if (!filter) return [];
  const at = reported ? version : versionOf(r, false);
  return combined(filter, bag, (one) => [
    ...applying(
      one.types && `type(${r}) IN ${bag.add(one.types)}`,
      typeof one.citedBy === 'string' && toldBy(r, one.citedBy, at, bag),
    ),
    ...entityConditions(m, one.other, bag, reported),
    ...toldIn(r, 'since', one.began, at, bag),
    ...toldIn(r, 'until', one.ended, at, bag),
  ]);
}
