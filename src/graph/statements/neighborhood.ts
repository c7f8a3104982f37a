import type { HopFilter } from '../../model/hops.ts';
import type { Relationship } from '../../model/things.ts';
import { asList, select } from '../columns.ts';
import { listOf, nullable, text, tupleOf, whole } from '../decode.ts';
import type { GraphStore } from '../store.ts';
import { createBag } from './filters/bag.ts';
import { hopParams, hopTypes, isOneOf, relationshipHops, relationshipsAtLesserEnd } from './filters/hop.ts';
import { inVersion, version } from './filters/time.ts';
import type { Prepared } from './hop.ts';
import { keyed } from './keyed.ts';
import { relationshipAsKnown, relationshipRecord } from './relationship.ts';

/** How well connected an entity is: its relationships, and the last day from which one of them surely held. */
export type Weight = { readonly degree: number; readonly recent: string | null };

const weighed = tupleOf(whole, nullable(text));

function weight(value: unknown): Weight {
  const [degree, recent] = weighed(value);
  return { degree, recent };
}

// Stands in a history for a day that is not known; it sorts after every day.
const noDay = '~';

/** The ids of those of the entities `k` that had been reported by `$reportedBy`. */
export const entitiesReported = keyed(
  'Neighborhood.reported',
  'MATCH (n:Thing {id: k}) WHERE n:Entity AND n.reported <= $reportedBy RETURN collect(n.id) AS d',
  listOf(text),
);

/**
 * A step outwards from some things, by at most `limit` hops of each: the first by id of what they lead to. That order is
 * made only where the hops of some thing are not all of them.
 */
export type Step = { readonly things: readonly string[]; readonly limit: number; readonly isWhole: boolean };

/** An entity that a step leads to, and how many hops of the sort it has. */
export type Candidate = readonly [id: string, degree: number];

/** The entities that the step from the things `k` leads to, but for some: the best connected first, at most `most`. */
export function stepCandidates(
  filter: HopFilter,
  { limit, isWhole }: Step,
  except: readonly string[],
  most: number,
): Prepared<Candidate[]> {
  const bag = createBag();
  const isExcepted = isOneOf(except, bag)('m');
  const body = [
    `UNWIND k AS a CALL (a) { ${relationshipHops(filter, bag, { from: 'a' })}`,
    `RETURN m ${isWhole ? '' : 'ORDER BY m.id LIMIT $limit '}}`,
    // Counted, since of rows that a CALL gives DISTINCT keeps but the first 2,048 on the embedded engine; and not as a
    // list, which Neo4j reckons as memory for each row that it puts in order.
    `WITH m, count(*) AS times WHERE NOT ${isExcepted}`,
    `WITH m, COUNT { (m)-[:${hopTypes(filter).join('|')}]-() } AS degree`,
    'ORDER BY degree DESC, m.id LIMIT $most RETURN collect([m.id, degree]) AS d',
  ].join(' ');
  return {
    statement: keyed('Neighborhood.candidates', body, listOf(tupleOf(text, whole))),
    params: { ...hopParams(filter, bag), most, ...(!isWhole && { limit }) },
  };
}

/** How well connected each entity `k` is, by the relationships of a filter. */
export function weights(filter: HopFilter): Prepared<Weight> {
  const bag = createBag();
  const match = relationshipHops(filter, bag, {});
  const standing = 'toString(r.certainFrom)';
  const from = filter.reportedBy ? inVersion('r', 'CertainFrom', standing) : standing;
  const day = `CASE WHEN ${from} < ${bag.add(noDay)} THEN ${from} END`;
  const body = `${match} WITH count(r) AS degree, max(${day}) AS recent RETURN [degree, recent] AS d`;
  return { statement: keyed('Neighborhood.weights', body, weight), params: hopParams(filter, bag) };
}

/** The relationships of a filter whose two ends are among the entities `k`, by id, at most `limit`, as an engine finds them best. */
export function relationshipsAmong(
  filter: HopFilter,
  entities: readonly string[],
  limit: number,
  { indexesRelationships }: Pick<GraphStore, 'indexesRelationships'>,
): Prepared<Relationship[]> {
  const bag = createBag();
  const match = indexesRelationships
    ? relationshipsAtLesserEnd(filter, entities, bag)
    : relationshipHops(filter, bag, { from: 'a', way: 'OUT', among: [isOneOf(entities, bag)('m')] });
  const { reportedBy } = filter;
  const columns = asList(select(reportedBy ? relationshipAsKnown : relationshipRecord));
  const body =
    `UNWIND k AS a ${match} WITH r${reportedBy ? `, ${version}` : ''} ORDER BY r.id LIMIT $limit ` +
    `RETURN collect(${columns.cypher}) AS d`;
  return {
    statement: keyed('Neighborhood.relationships', body, listOf(columns.decode)),
    params: { ...hopParams(filter, bag), limit },
  };
}
