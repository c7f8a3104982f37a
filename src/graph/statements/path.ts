import type { HopFilter } from '../../model/hops.ts';
import { listOf, text, tupleOf, whole } from '../decode.ts';
import { type Bag, createBag } from './filters/bag.ts';
import { hopParams, hopTypes } from './filters/hop.ts';
import { betweenPair, type HopsBetween, hopsOfPair, type Prepared } from './hop.ts';
import { keyed } from './keyed.ts';

/** The hops between two things next to each other on a way. */
export type HopsOfPair = HopsBetween & { readonly pair: readonly [string, string] };

/**
 * The first ways of one length, as the ids of the things they come to, and the hops along these; how many paths were
 * found, and on how many ways.
 */
export type ShortestWays = {
  readonly found: number;
  readonly foundWays: number;
  readonly ways: readonly (readonly string[])[];
  readonly along: readonly HopsOfPair[];
};

/** Whether a filter asks for sorts of hops and nothing else: nothing else can be asked of a shortest path. */
export function isBySortAlone({ types, events, asOf, reportedBy, kinds, avoid }: HopFilter): boolean {
  const isNone = types?.length === 0 && !events;
  return !isNone && !asOf && !reportedBy && !kinds && (avoid ?? []).length === 0;
}

// Stands between the ids of a way: it sorts before everything that ids are made of.
const gap = ' ';

const foundAndWays = tupleOf(whole, whole, listOf(listOf(text)), listOf(tupleOf(text, text, hopsOfPair)));

function shortestWays(value: unknown): ShortestWays {
  const [found, foundWays, ways, along] = foundAndWays(value);
  return {
    found,
    foundWays,
    ways,
    along: along.map(([one, other, hops]) => ({ ...hops, pair: [one, other] })),
  };
}

/** How far to look for a path, how many ways to give, and how many paths to look at to find which come first. */
export type ShortestBounds = { readonly maxLength: number; readonly wanted: number; readonly most: number };

/**
 * The ways that shortest paths take between the two things of each pair `k`, by hops of the sorts of a filter (see
 * `isBySortAlone`): the first in the order of the things they come to, with the hops along them. Where as many paths
 * were found as are looked at, there may be others, and other ways may come first.
 */
export function shortestPaths(
  filter: HopFilter,
  { maxLength, wanted, most }: ShortestBounds,
): Prepared<ShortestWays> {
  const bag = createBag();
  const body = [
    'MATCH (n:Thing {id: k[0]}) MATCH (m:Thing {id: k[1]})',
    // How far a pattern reaches cannot be a parameter.
    `MATCH way = allShortestPaths((n)-[:${hopTypes(filter).join('|')}*..${maxLength}]-(m))`,
    'WITH nodes(way) AS things LIMIT $most',
    'WITH reduce(ids = things[1].id, x IN range(2, size(things) - 1) | ids + $gap + things[x].id) AS ids ORDER BY ids',
    'WITH count(ids) AS found, collect(DISTINCT ids) AS distinctWays',
    'WITH found, size(distinctWays) AS foundWays, [ids IN distinctWays[0..$wanted] | split(ids, $gap)] AS ways',
    `CALL (k, ways) { ${hopsAlong(filter, bag)} }`,
    'RETURN [found, foundWays, ways, along] AS d',
  ].join(' ');
  return {
    statement: keyed('Path.shortest', body, shortestWays),
    params: { ...hopParams(filter, bag), most, wanted, gap },
  };
}

/** A body that returns as `along` the hops between the things next to each other on `ways` from the thing `k[0]`. */
function hopsAlong(filter: HopFilter, bag: Bag): string {
  return [
    'UNWIND ways AS way UNWIND range(0, size(way) - 1) AS x',
    'WITH DISTINCT CASE WHEN x = 0 THEN k[0] ELSE way[x - 1] END AS one, way[x] AS other',
    'WITH [one, other] AS pair',
    `CALL (pair) { ${betweenPair('pair', filter, bag)} }`,
    'RETURN collect([pair[0], pair[1], d]) AS along',
  ].join(' ');
}
