import { z } from 'zod';
import { roles } from '../../model/events.ts';
import { type Hop, type HopFilter, participationId } from '../../model/hops.ts';
import type { Params, Statement } from '../store.ts';
import { createBag } from './filters/bag.ts';
import { hopParams, hopTypes, participationHops, relationshipHops } from './filters/hop.ts';
import { type Keyed, keyed } from './keyed.ts';
import { applying } from './list.ts';

/** A statement with its parameters, to which `$keys` must be added. */
export type Prepared<T> = { readonly statement: Statement<Keyed<T>>; readonly params: Params };

/** The hops from one thing: along its relationships, and by way of what it took part in or who took part in it. */
type HopLists = { readonly relationships: Hop[]; readonly participations: Hop[] };

const text = z.string();
const hopLists = z
  .tuple([
    z.array(z.tuple([text, text, z.int()])),
    z.array(z.tuple([text, z.enum([...roles.keys()]), text, text, z.int()])),
  ])
  .transform(
    ([relationships, participations]): HopLists => ({
      relationships: relationships.map(([id, to, degree]) => ({ id, to, degree })),
      participations: participations.map(([entity, role, event, to, degree]) => {
        return { id: participationId(entity, role, event), to, degree };
      }),
    }),
  );

/**
 * The hops from each thing `k`; of each sort at most `limit`, those to the best connected things first. With `only`,
 * those that lead to one of these things.
 */
export function hopsFrom(filter: HopFilter, limit: number, only?: readonly string[]): Prepared<HopLists> {
  const bag = createBag();
  const among = applying(only && `m.id IN ${bag.add(only)}`);
  const order = `COUNT { (m)-[:${hopTypes(filter)}]-() } AS degree ORDER BY degree DESC, m.id`;
  const relationships =
    `${relationshipHops(filter, bag, { among })} WITH r, m, ${order}, r.id LIMIT $limit ` +
    'RETURN collect([r.id, m.id, degree]) AS a';
  const participations =
    `${participationHops(filter, bag, among)} WITH p, m, ${order}, p.role LIMIT $limit ` +
    'RETURN collect([startNode(p).id, p.role, endNode(p).id, m.id, degree]) AS b';
  const parts = filter.events
    ? `CALL (k) { ${relationships} } CALL (k) { ${participations} } RETURN [a, b] AS d`
    : `CALL (k) { ${relationships} } RETURN [a, []] AS d`;
  return { statement: keyed('Hop.from', parts, hopLists), params: { ...hopParams(filter, bag), limit } };
}

/** How many hops there are from each thing `k`, whatever the filter asks but their sort; no number for no thing. */
export function hopCounts(filter: HopFilter): Prepared<number[]> {
  const count = `MATCH (n:Thing {id: k}) WITH COUNT { (n)-[:${hopTypes(filter)}]-() } AS hops RETURN collect(hops) AS d`;
  return { statement: keyed('Hop.counts', count, z.array(z.int())), params: {} };
}
