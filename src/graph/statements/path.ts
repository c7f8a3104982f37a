import type { HopFilter } from '../../model/hops.ts';
import { listOf, text, tupleOf, whole } from '../decode.ts';
import { hopTypes } from './filters/hop.ts';
import type { Prepared } from './hop.ts';
import { keyed } from './keyed.ts';

/** Ways of one length, as the ids of the things they come to, and how many paths were found that go along them all. */
export type ShortestWays = { readonly found: number; readonly ways: readonly (readonly string[])[] };

/** Whether a filter asks for sorts of hops and nothing else: nothing else can be asked of a shortest path. */
export function isBySortAlone({ types, events, asOf, reportedBy, kinds, avoid }: HopFilter): boolean {
  const isNone = types?.length === 0 && !events;
  return !isNone && !asOf && !reportedBy && !kinds && (avoid ?? []).length === 0;
}

// Stands between the ids of a way: it sorts before everything that ids are made of.
const gap = ' ';

const foundAndWays = tupleOf(whole, listOf(text));

function shortestWays(value: unknown): ShortestWays {
  const [found, ways] = foundAndWays(value);
  return { found, ways: ways.map((way) => way.trim().split(gap)) };
}

/** How far to look for a path, how many ways to give, and how many paths to look at to find which come first. */
export type ShortestBounds = { readonly maxLength: number; readonly wanted: number; readonly most: number };

/**
 * The ways that shortest paths take between the two things of each pair `k`, by hops of the sorts of a filter (see
 * `isBySortAlone`): the first in the order of the things they come to. Where as many paths were found as are looked at,
 * there may be others, and other ways may come first.
 */
export function shortestPaths(
  filter: HopFilter,
  { maxLength, wanted, most }: ShortestBounds,
): Prepared<ShortestWays> {
  // How far a pattern reaches cannot be a parameter.
  const body =
    'MATCH (n:Thing {id: k[0]}) MATCH (m:Thing {id: k[1]}) ' +
    `MATCH way = allShortestPaths((n)-[:${hopTypes(filter).join('|')}*..${maxLength}]-(m)) WITH nodes(way) AS things LIMIT $most ` +
    'WITH reduce(ids = $gap, x IN range(1, size(things) - 1) | ids + things[x].id + $gap) AS ids ORDER BY ids ' +
    'WITH count(ids) AS found, collect(DISTINCT ids) AS ways RETURN [found, ways[0..$wanted]] AS d';
  return { statement: keyed('Path.shortest', body, shortestWays), params: { most, wanted, gap } };
}
