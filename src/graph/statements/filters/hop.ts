import type { HopFilter } from '../../../model/hops.ts';
import { keysOf } from '../../../model/keys.ts';
import { relationshipTypes } from '../../../model/vocabulary.ts';
import type { Params } from '../../store.ts';
import { lesserEnd } from '../lesser-end.ts';
import { applying, whereAll } from '../list.ts';
import { type Bag, joined } from './bag.ts';
import { hadTakenPart } from './participation.ts';
import { holds, knownBy, lastKnown, version } from './time.ts';

const participation = 'PARTICIPATED_IN';

/** The stored types of the hops that a filter takes, each once. Of none it gives all: see `relationshipHops`. */
export function hopTypes({ types, events }: HopFilter): readonly string[] {
  const sorts = [...new Set(types ?? keysOf(relationshipTypes)), ...(events ? [participation] : [])];
  return sorts.length > 0 ? sorts : keysOf(relationshipTypes);
}

/** Where hops are looked for: from the thing `k`, unless told, to any thing or to this one; further conditions. */
type Between = { readonly from?: string; readonly to?: string; readonly among?: readonly string[] };

/**
 * Binds `r` and `m`: the relationships of a filter that start or end at a thing, and what stands at their other end; or,
 * with `way` OUT, only those that start there.
 */
export function relationshipHops(
  filter: HopFilter,
  bag: Bag,
  { from = 'k', to, way = 'BOTH', among = [] }: Between & { readonly way?: 'OUT' | 'BOTH' },
): string {
  const { types, reportedBy } = filter;
  const edge = `-[r:${patternTypes(types).join('|')}]-${way === 'OUT' ? '>' : ''}`;
  // Where no type is wanted, a condition that never holds keeps every row out.
  const ends = applying(types?.length === 0 && 'false', ...among, ...leadsTo('m', filter, bag));
  const times = holds('r', filter, bag, Boolean(reportedBy));
  const known = reportedBy && knownBy('r', to === undefined ? 'r, m' : 'n, r, m');
  return `${matchOf(from, edge, 'm:Entity', to)}${conditions(ends, times, known)}`;
}

/**
 * Binds `r`, and `n` and `m`: the relationships of a filter between any two of some things, where `a` is bound to each of
 * these in turn, and their ends. Each is found at the lesser of its ends, by an index.
 */
export function relationshipsAtLesserEnd(filter: HopFilter, things: readonly string[], bag: Bag): string {
  const { types, reportedBy } = filter;
  const found = patternTypes(types).map(
    (type) => `MATCH ()-[r:${type}]->() WHERE r.${lesserEnd} = a RETURN r`,
  );
  const isAmong = isOneOf(things, bag);
  const ends = applying(
    types?.length === 0 && 'false',
    isAmong('n'),
    isAmong('m'),
    ...leadsTo('m', filter, bag),
  );
  const times = holds('r', filter, bag, Boolean(reportedBy));
  const bound = `CALL (a) { ${found.join(' UNION ALL ')} } WITH r, startNode(r) AS n, endNode(r) AS m`;
  return `${bound}${conditions(ends, times, reportedBy && knownBy('r', 'r, m'))}`;
}

/** The types that a pattern names for those of a filter, each once. It must name one: of none it names all. */
function patternTypes(types: HopFilter['types']): readonly string[] {
  return types?.length ? [...new Set(types)] : keysOf(relationshipTypes);
}

/** Binds `p` and `m`: the participations of a thing, and what stands at their other end. */
export function participationHops(
  filter: HopFilter,
  bag: Bag,
  { from = 'k', to, among = [] }: Between,
): string {
  const ends = [...among, ...leadsTo('m', filter, bag)];
  const times = hadTakenPart('p', 'e', filter, bag);
  const bind = filter.reportedBy ? knownBy : lastKnown;
  const match = `${matchOf(from, `-[p:${participation}]-`, 'm:Thing', to)} WITH p, m, endNode(p) AS e`;
  return `${match}${conditions(ends, times, times.length > 0 && bind('e', 'p, m, e'))}`;
}

/** Both ends are looked up by their ids where both are known: neither is looked for among all that the other leads to. */
function matchOf(from: string, edge: string, m: string, to: string | undefined): string {
  if (to === undefined) return `MATCH (:Thing {id: ${from}})${edge}(${m})`;
  return `MATCH (n:Thing {id: ${from}}) MATCH (m:Thing {id: ${to}}) MATCH (n)${edge}(m)`;
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

/**
 * Gives the condition that a variable is among some things. A map, since both engines look through a list from its
 * beginning, for every hop.
 */
export function isOneOf(things: readonly string[], bag: Bag): (variable: string) => string {
  const map = bag.add(Object.fromEntries(things.map((thing) => [thing, true])));
  return (variable) => `${map}[${variable}.id] IS NOT NULL`;
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
