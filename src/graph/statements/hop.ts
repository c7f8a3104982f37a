import { roles } from '../../model/events.ts';
import { type Hop, type HopFilter, participationId } from '../../model/hops.ts';
import { listOf, oneOf, text, tupleOf, whole } from '../decode.ts';
import type { Params, Statement } from '../store.ts';
import { createBag } from './filters/bag.ts';
import { hopParams, hopTypes, participationHops, relationshipHops } from './filters/hop.ts';
import { type Keyed, keyed } from './keyed.ts';

/** A statement with its parameters, to which `$keys` must be added. */
export type Prepared<T> = { readonly statement: Statement<Keyed<T>>; readonly params: Params };

/** The hops from one thing: along its relationships, and by way of what it took part in or who took part in it. */
type HopLists = { readonly relationships: Hop[]; readonly participations: Hop[] };

const pairsOfLists = tupleOf(
  listOf(tupleOf(text, text)),
  listOf(tupleOf(text, oneOf([...roles.keys()]), text, text)),
);

function hopLists(value: unknown): HopLists {
  const [relationships, participations] = pairsOfLists(value);
  return {
    relationships: relationships.map(([id, to]) => ({ id, to })),
    participations: participations.map(([entity, role, event, to]) => {
      return { id: participationId(entity, role, event), to };
    }),
  };
}

/**
 * The hops from each thing `k`, of each sort at most `limit`: first those that lead to things of `first`, then by what
 * they lead to. Degrees are not among the columns: the embedded engine counts a hub anew for each hop that leads to it.
 */
export function hopsFrom(
  filter: HopFilter,
  limit: number,
  first: readonly string[] = [],
): Prepared<HopLists> {
  const bag = createBag();
  const isFirst = first.length > 0 ? `CASE WHEN m.id IN ${bag.add(first)} THEN 0 ELSE 1 END, ` : '';
  const order = `ORDER BY ${isFirst}m.id`;
  const relationships =
    `${relationshipHops(filter, bag, {})} WITH r, m ${order}, r.id LIMIT $limit ` +
    'RETURN collect([r.id, m.id]) AS a';
  const participations =
    `${participationHops(filter, bag)} WITH p, m ${order}, p.role LIMIT $limit ` +
    'RETURN collect([startNode(p).id, p.role, endNode(p).id, m.id]) AS b';
  const parts = filter.events
    ? `CALL (k) { ${relationships} } CALL (k) { ${participations} } RETURN [a, b] AS d`
    : `CALL (k) { ${relationships} } RETURN [a, []] AS d`;
  return { statement: keyed('Hop.from', parts, hopLists), params: { ...hopParams(filter, bag), limit } };
}

/** How many hops there are from each thing `k`, whatever the filter asks but their sort; no number for no thing. */
export function hopCounts(filter: HopFilter): Prepared<number[]> {
  const count = `MATCH (n:Thing {id: k}) WITH COUNT { (n)-[:${hopTypes(filter)}]-() } AS hops RETURN collect(hops) AS d`;
  return { statement: keyed('Hop.counts', count, listOf(whole)), params: {} };
}
