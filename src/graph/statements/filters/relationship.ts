import type { RelationshipFilter } from '../../../model/filters.ts';
import { applying } from '../list.ts';
import { type Bag, combined } from './bag.ts';
import { entityConditions } from './entity.ts';
import { lastVersion } from './time.ts';
import { toldIn } from './told.ts';

/** The conditions of a filter on the relationship bound to `r` whose other end is `m`. */
export function relationshipConditions(
  r: string,
  m: string,
  filter: RelationshipFilter | null | undefined,
  bag: Bag,
): string[] {
  if (!filter) return [];
  return combined(filter, bag, (one) => [
    ...applying(
      one.types && `type(${r}) IN ${bag.add(one.types)}`,
      typeof one.citedBy === 'string' && `${bag.add(one.citedBy)} IN ${r}.declaredBy`,
    ),
    ...entityConditions(m, one.other, bag),
    ...toldIn(r, 'since', one.began, lastVersion(r), bag),
    ...toldIn(r, 'until', one.ended, lastVersion(r), bag),
  ]);
}
