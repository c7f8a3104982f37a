import type { Relationship } from '../model/things.ts';
import type { HopReader, Weight } from './hops.ts';

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
    const wanted = first - chosen.size;
    const weights = await weigh(ids, { wanted, most: budget.candidates, areRoots: distance === 0 }, reader);
    const ranked = [...weights].map(([id, { degree, recent }]): Ranked => {
      return { id, distance, degree, recent: recent ?? '' };
    });
    const best = ranked.sort(byRank).slice(0, wanted);
    for (const one of best) chosen.set(one.id, one);
    return best.map(({ id }) => id);
  };
  let outermost = await choose(await reader.known(roots), 0);
  for (let distance = 1; distance <= depth && outermost.length > 0 && chosen.size < first; distance += 1) {
    const found = await reader.from(outermost, Math.floor(budget.hops / outermost.length), []);
    const ends = [...found.values()].flatMap(({ to }) => to);
    const candidates = [...new Set(ends)].filter((id) => !chosen.has(id));
    outermost = await choose(candidates, distance);
  }
  const found = chosen.size > 0 ? await reader.among([...chosen.keys()], budget.relationships + 1) : [];
  const relationships = found.slice(0, budget.relationships);
  const nodes = nodesOf([...chosen.values()], relationships);
  const isCut = nodes.some(({ distance, hasMore }) => distance < depth && hasMore);
  return { nodes, relationships, cut: isCut || relationships.length < found.length };
}

/** How many entities are to be taken, of how many at most that are weighed, and whether they are the roots. */
type Weighing = { readonly wanted: number; readonly most: number; readonly areRoots: boolean };

/** Weighs the entities that can be among the best; reads twice, for roots once. */
async function weigh(
  ids: readonly string[],
  { wanted, most, areRoots }: Weighing,
  reader: HopReader,
): Promise<ReadonlyMap<string, Weight>> {
  // Roots all have their place; where there are several, one read tells their whole rank.
  const isByCounts = reader.countsAreDegrees && (!areRoots || ids.length === 1);
  if (isByCounts) return weighByCounts(ids, wanted, most, reader);
  if (ids.length <= most) return reader.weights(ids);
  return reader.weights((await bestConnected(ids, most, reader)).map(([id]) => id));
}

/** The candidates that have most relationships, whatever the filter asks, no more than `most`; with how many. */
async function bestConnected(
  ids: readonly string[],
  most: number,
  reader: HopReader,
): Promise<[id: string, degree: number][]> {
  const counts = [...(await reader.counts(ids))];
  return counts.sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1)).slice(0, most);
}

/**
 * Weighs those entities that can be among the best `wanted`, by counts that are degrees. The rest of a weight is read only
 * where a tie makes it decide: a hub is not gone through to be weighed.
 */
async function weighByCounts(
  ids: readonly string[],
  wanted: number,
  most: number,
  reader: HopReader,
): Promise<ReadonlyMap<string, Weight>> {
  const best = await bestConnected(ids, most, reader);
  const [, least = 0] = best[wanted - 1] ?? [];
  const able = best.filter(([, degree]) => degree >= least);
  const isTied = ([, degree]: [string, number], place: number) =>
    able[place - 1]?.[1] === degree || able[place + 1]?.[1] === degree;
  const tied = able.filter(isTied).map(([id]) => id);
  const weights = tied.length > 0 ? await reader.weights(tied) : undefined;
  return new Map(able.map(([id, degree]) => [id, { degree, recent: weights?.get(id)?.recent ?? null }]));
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
