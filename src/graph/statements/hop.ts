import { roles } from '../../model/events.ts';
import { type HopFilter, participationId } from '../../model/hops.ts';
import type { Entity, Relationship } from '../../model/things.ts';
import { asList, select } from '../columns.ts';
import { listOf, oneOf, text, tupleOf, whole } from '../decode.ts';
import type { Params, Statement } from '../store.ts';
import { entityRecord } from './entity.ts';
import { type Bag, createBag } from './filters/bag.ts';
import { hopParams, hopTypes, isOneOf, participationHops, relationshipHops } from './filters/hop.ts';
import { type Keyed, keyed } from './keyed.ts';
import { relationshipRecord } from './relationship.ts';

/** A statement with its parameters, to which `$keys` must be added. */
export type Prepared<T> = { readonly statement: Statement<Keyed<T>>; readonly params: Params };

/** What is found for each sort of hop: along relationships, and by way of taking part. */
type OfEachSort<T> = { readonly relationships: T; readonly participations: T };

const idsOfEachSort = tupleOf(listOf(text), listOf(text));

function things(value: unknown): OfEachSort<string[]> {
  const [relationships, participations] = idsOfEachSort(value);
  return { relationships, participations };
}

/**
 * What each thing `k` leads to, once for each hop, by at most `limit` of each sort: first what is in `first`, then by id;
 * whichever the engine finds first where it is null. Neither the hops' ids nor degrees are among the columns: an id costs
 * as much as the hop, and the embedded engine counts a hub anew for each hop that leads to it.
 */
export function hopsFrom(
  filter: HopFilter,
  limit: number,
  first: readonly string[] | null,
): Prepared<OfEachSort<string[]>> {
  const bag = createBag();
  const isFirst = first && first.length > 0 ? `CASE WHEN m.id IN ${bag.add(first)} THEN 0 ELSE 1 END, ` : '';
  const order = first ? `ORDER BY ${isFirst}m.id ` : '';
  const found = `WITH m ${order}LIMIT $limit RETURN collect(m.id)`;
  const parts = eachSort(
    filter,
    `${relationshipHops(filter, bag, {})} ${found}`,
    `${participationHops(filter, bag, {})} ${found}`,
  );
  return { statement: keyed('Hop.from', parts, things), params: { ...hopParams(filter, bag), limit } };
}

/** What each thing `k` leads to that is among some targets. */
export function hopsAcross(filter: HopFilter, targets: readonly string[]): Prepared<OfEachSort<string[]>> {
  const bag = createBag();
  const among = [isOneOf(targets, bag)('m')];
  const parts = eachSort(
    filter,
    `${relationshipHops(filter, bag, { among })} WITH m ORDER BY m.id RETURN collect(m.id)`,
    `${participationHops(filter, bag, { among })} WITH m ORDER BY m.id RETURN collect(m.id)`,
  );
  return { statement: keyed('Hop.across', parts, things), params: hopParams(filter, bag) };
}

/** The hops between two things: relationships with their ends, and the ids of participations. */
export type HopsBetween = {
  readonly relationships: readonly Relationship[];
  readonly participations: readonly string[];
  readonly ends: readonly Entity[];
};

const [one, other, relationship] = [
  asList(select(entityRecord('n'))),
  asList(select(entityRecord('m'))),
  asList(select(relationshipRecord)),
];
const hopsOfEachSort = tupleOf(
  listOf(tupleOf(relationship.decode, one.decode, other.decode)),
  listOf(tupleOf(text, oneOf([...roles.keys()]), text)),
);

/** Decodes what `betweenPair` returns. */
export function hopsOfPair(value: unknown): HopsBetween {
  const [found, participations] = hopsOfEachSort(value);
  return {
    relationships: found.map(([relationship]) => relationship),
    participations: participations.map((parts) => participationId(...parts)),
    ends: found.slice(0, 1).flatMap(([, one, other]) => [one, other]),
  };
}

/**
 * The hops between the things of each pair `k`, of either sort in the order of their ids (those of participations differ
 * in their role alone). Relationships are given as they stand now, whatever the filter: it is asked which there are.
 */
export function hopsBetween(filter: HopFilter): Prepared<HopsBetween> {
  const bag = createBag();
  const statement = keyed('Hop.between', betweenPair('k', filter, bag), hopsOfPair);
  return { statement, params: hopParams(filter, bag) };
}

/** A body that returns as `d` the hops between the two things of a pair, which a variable holds; see `hopsOfPair`. */
export function betweenPair(pair: string, filter: HopFilter, bag: Bag): string {
  const ends = { from: `${pair}[0]`, to: `${pair}[1]` };
  const columns = `[${relationship.cypher}, ${one.cypher}, ${other.cypher}]`;
  return eachSort(
    filter,
    `${relationshipHops(filter, bag, ends)} WITH n, r, m ORDER BY r.id RETURN collect(${columns})`,
    `${participationHops(filter, bag, ends)} WITH p ORDER BY p.role RETURN collect([startNode(p).id, p.role, endNode(p).id])`,
    pair,
  );
}

/** Returns as `d` what two bodies return, for hops of either sort; both know the key, or another variable. */
function eachSort({ events }: HopFilter, relationships: string, participations: string, known = 'k'): string {
  return events
    ? `CALL (${known}) { ${relationships} AS a } CALL (${known}) { ${participations} AS b } RETURN [a, b] AS d`
    : `CALL (${known}) { ${relationships} AS a } RETURN [a, []] AS d`;
}

/** How many hops there are from each thing `k`, whatever the filter asks but their sort; no number for no thing. */
export function hopCounts(filter: HopFilter): Prepared<number[]> {
  const count = `MATCH (n:Thing {id: k}) WITH COUNT { (n)-[:${hopTypes(filter).join('|')}]-() } AS hops RETURN collect(hops) AS d`;
  return { statement: keyed('Hop.counts', count, listOf(whole)), params: {} };
}
