import type { Relationship } from '../model/things.ts';
import type { HopReader } from './hops.ts';

/** Which neighbourhood: at most `first` entities (no fewer than roots) within `depth` hops of the roots, which are in the graph. */
export type NeighborhoodQuestion = {
  readonly roots: readonly string[];
  readonly depth: number;
  readonly first: number;
};

/** An entity of a neighbourhood: how far from the nearest root, how many relationships, whether some are not here. */
export type NeighborhoodNode = {
  readonly id: string;
  readonly distance: number;
  readonly degree: number;
  readonly hasMore: boolean;
};

/** Entities, the most important first, and all relationships among them; whether anything within the depth is missing. */
export type Neighborhood = {
  readonly nodes: readonly NeighborhoodNode[];
  readonly relationships: readonly Relationship[];
  readonly cut: boolean;
};

/**
 * The bounds on the work for one neighbourhood: hops read in one step outwards; entities weighed for a place in the
 * answer in that step; relationships in the answer.
 */
export const neighborhoodBudget = { hops: 20_000, candidates: 2_000, relationships: 10_000 };

type Ranked = { id: string; distance: number; degree: number; recent: string };

/** Nearer first, then the better connected, then those of which something more recent is known, then by id. */
function byRank(one: Ranked, other: Ranked): number {
  const difference = one.distance - other.distance || other.degree - one.degree;
  if (difference !== 0) return difference;
  if (one.recent !== other.recent) return one.recent > other.recent ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/** Finds the neighbourhood of some entities, step by step outwards. Reads at most `3 + 3 * depth` times. */
export async function findNeighborhood(
  { roots, depth, first }: NeighborhoodQuestion,
  reader: HopReader,
  budget = neighborhoodBudget,
): Promise<Neighborhood> {
  const chosen = new Map<string, Ranked>();
  /** Takes into the answer those that rank highest; gives them. */
  const choose = async (ids: readonly string[], distance: number): Promise<string[]> => {
    if (ids.length === 0) return [];
    const ranked = [...(await reader.weights(ids))].map(([id, { degree, recent }]): Ranked => {
      return { id, distance, degree, recent: recent ?? '' };
    });
    const best = ranked.sort(byRank).slice(0, first - chosen.size);
    for (const one of best) chosen.set(one.id, one);
    return best.map(({ id }) => id);
  };
  let outermost = await choose(await reader.known(roots), 0);
  for (let distance = 1; distance <= depth && outermost.length > 0 && chosen.size < first; distance += 1) {
    const found = await reader.from(outermost, Math.floor(budget.hops / outermost.length), []);
    const ends = [...found.values()].flatMap(({ to }) => to);
    const candidates = [...new Set(ends)].filter((id) => !chosen.has(id));
    outermost = await choose(await bestConnected(candidates, budget.candidates, reader), distance);
  }
  const found = chosen.size > 0 ? await reader.among([...chosen.keys()], budget.relationships + 1) : [];
  const relationships = found.slice(0, budget.relationships);
  const nodes = nodesOf([...chosen.values()], relationships);
  const isCut = nodes.some(({ distance, hasMore }) => distance < depth && hasMore);
  return { nodes, relationships, cut: isCut || relationships.length < found.length };
}

/** Those of the candidates that have most relationships, whatever the filter asks: as many as may be weighed. */
async function bestConnected(
  candidates: readonly string[],
  most: number,
  reader: HopReader,
): Promise<readonly string[]> {
  if (candidates.length <= most) return candidates;
  const counts = await reader.counts(candidates);
  const countOf = (id: string) => counts.get(id) ?? 0;
  return candidates.toSorted((a, b) => countOf(b) - countOf(a) || (a < b ? -1 : 1)).slice(0, most);
}

function nodesOf(chosen: readonly Ranked[], relationships: readonly Relationship[]): NeighborhoodNode[] {
  const neighbors = new Map(chosen.map(({ id }) => [id, [] as string[]]));
  for (const { fromId, toId } of relationships) {
    neighbors.get(fromId)?.push(toId);
    if (fromId !== toId) neighbors.get(toId)?.push(fromId);
  }
  const roots = chosen.filter(({ distance }) => distance === 0).map(({ id }) => id);
  const distances = distancesFrom(roots, neighbors);
  return chosen
    .map((one) => ({ ...one, distance: Math.min(one.distance, distances.get(one.id) ?? one.distance) }))
    .sort(byRank)
    .map(({ id, distance, degree }) => {
      return { id, distance, degree, hasMore: degree > (neighbors.get(id)?.length ?? 0) };
    });
}

/**
 * How far everything is from the nearest root. Where of a hub only a part was read, the relationships among the chosen
 * can show a shorter way than the one by which an entity was found.
 */
function distancesFrom(
  roots: readonly string[],
  neighbors: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const distances = new Map(roots.map((id) => [id, 0]));
  for (const [id, distance] of distances) {
    for (const neighbor of neighbors.get(id) ?? [])
      if (!distances.has(neighbor)) distances.set(neighbor, distance + 1);
  }
  return distances;
}
