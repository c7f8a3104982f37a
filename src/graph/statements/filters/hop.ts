import type { HopFilter } from '../../../model/hops.ts';
import { keysOf } from '../../../model/keys.ts';
import { relationshipTypes } from '../../../model/vocabulary.ts';
import type { Params } from '../../store.ts';
import { applying, whereAll } from '../list.ts';
import { type Bag, joined } from './bag.ts';
import { hadTakenPart } from './participation.ts';
import { holds, knownBy, lastKnown, version } from './time.ts';

const participation = 'PARTICIPATED_IN';

/** The stored types of the hops that a filter takes, for a pattern. Of none it gives all: see `relationshipHops`. */
export function hopTypes({ types, events }: HopFilter): string {
  const sorts: readonly string[] = [
    ...(types ?? keysOf(relationshipTypes)),
    ...(events ? [participation] : []),
  ];
  return (sorts.length > 0 ? sorts : keysOf(relationshipTypes)).join('|');
}

/**
 * Binds `r` and `m`: the relationships of a filter that start or end at the thing `k`, and what stands at their other
 * end; or, with `way` OUT, only those that start there. `among` are further conditions.
 */
export function relationshipHops(
  filter: HopFilter,
  bag: Bag,
  {
    from = 'k',
    way = 'BOTH',
    among = [],
  }: { from?: string; way?: 'OUT' | 'BOTH'; among?: readonly string[] },
): string {
  const { types, reportedBy } = filter;
  // A pattern must name a type; where none is wanted, a condition that never holds keeps every row out.
  const isNone = types?.length === 0;
  const edge = `-[r:${(isNone || !types ? keysOf(relationshipTypes) : types).join('|')}]-${way === 'OUT' ? '>' : ''}`;
  const ends = applying(isNone && 'false', ...among, ...leadsTo('m', filter, bag));
  const times = holds('r', filter, bag, Boolean(reportedBy));
  return `MATCH (:Thing {id: ${from}})${edge}(m:Entity)${conditions(ends, times, reportedBy && knownBy('r', 'r, m'))}`;
}

/** Binds `p` and `m`: the participations of the thing `k`, and what stands at their other end. */
export function participationHops(filter: HopFilter, bag: Bag): string {
  const ends = leadsTo('m', filter, bag);
  const times = hadTakenPart('p', 'e', filter, bag);
  const bind = filter.reportedBy ? knownBy : lastKnown;
  const match = `MATCH (:Thing {id: k})-[p:${participation}]-(m:Thing) WITH p, m, endNode(p) AS e`;
  return `${match}${conditions(ends, times, times.length > 0 && bind('e', 'p, m, e'))}`;
}

/** A WHERE of all conditions; where a version is to be bound first, what does not need it is asked before. */
function conditions(
  ends: readonly string[],
  times: readonly string[],
  bindVersion: string | false | null | undefined,
): string {
  if (!bindVersion) return whereAll([...ends, ...times]);
  return `${whereAll(ends)}${bindVersion}${whereAll([`${version} >= 0`, ...times])}`;
}

/** The parameters of a statement that binds hops, besides those of its own. */
export function hopParams({ reportedBy }: HopFilter, bag: Bag): Params {
  return { ...bag.params, ...(reportedBy && { reportedBy }) };
}

function leadsTo(m: string, { kinds, unlessOneOf, avoid }: HopFilter, bag: Bag): string[] {
  const isOfKind = kinds && `${m}.kind IN ${bag.add(kinds)}`;
  return applying(
    isOfKind && (unlessOneOf ? joined([isOfKind, `${m}.id IN ${bag.add(unlessOneOf)}`], 'OR') : isOfKind),
    avoid && avoid.length > 0 && `NOT ${m}.id IN ${bag.add(avoid)}`,
  );
}
