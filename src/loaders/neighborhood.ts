import type { Relationship } from '../model/things.ts';
import type { Candidate, HopReader, Step, Weight } from './hops.ts';

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
 * The bounds on the work for one neighbourhood: hops that the filter lets through, from the roots, and in each step
 * further outwards; entities weighed for a place in the answer in a step; relationships in the answer.
 */
export const neighborhoodBudget = {
  hopsOfRoots: 20_000,
  hops: 5_000,
  candidates: 2_000,
  relationships: 10_000,
};

type Budget = typeof neighborhoodBudget;
type Ranked = { id: string; distance: number; degree: number; recent: string };

/** Nearer first, then the better connected, then those of which something more recent is known, then by id. */
function byRank(one: Ranked, other: Ranked): number {
  const difference = one.distance - other.distance || other.degree - one.degree;
  if (difference !== 0) return difference;
  if (one.recent !== other.recent) return one.recent > other.recent ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/** Finds the neighbourhood of some entities, step by step outwards. Reads at most `3 + 4 * depth` times. */
export async function findNeighborhood(
  { roots, depth, first }: NeighborhoodQuestion,
  reader: HopReader,
  budget: Budget = neighborhoodBudget,
): Promise<Neighborhood> {
  const chosen = new Map<string, Ranked>();
  /** Takes into the answer those that rank highest; gives them. */
  const choose = (weights: ReadonlyMap<string, Weight>, distance: number): Ranked[] => {
    const ranked = [...weights].map(([id, { degree, recent }]): Ranked => {
      return { id, distance, degree, recent: recent ?? '' };
    });
    const best = ranked.sort(byRank).slice(0, first - chosen.size);
    for (const one of best) chosen.set(one.id, one);
    return best;
  };
  const chooseFrom = async (step: Step, distance: number): Promise<Ranked[]> => {
    const candidates = await reader.candidates(step, [...chosen.keys()], budget.candidates);
    return choose(await weigh(candidates, first - chosen.size, reader), distance);
  };
  let outermost = choose(await weighRoots(await reader.known(roots), reader), 0);
  for (let distance = 1; distance <= depth && outermost.length > 0 && chosen.size < first; distance += 1) {
    const steps = distance === 1 ? [firstStep(outermost, budget)] : furtherSteps(outermost, budget);
    outermost = [];
    for (const step of steps) if (chosen.size < first) outermost.push(...(await chooseFrom(step, distance)));
  }
  const found = chosen.size > 0 ? await reader.among([...chosen.keys()], budget.relationships + 1) : [];
  const relationships = found.slice(0, budget.relationships);
  const nodes = nodesOf([...chosen.values()], relationships);
  const isCut = nodes.some(({ distance, hasMore }) => distance < depth && hasMore);
  return { nodes, relationships, cut: isCut || relationships.length < found.length };
}

/** The step from the roots: as many hops of each, since each was asked for. */
function firstStep(roots: readonly Ranked[], { hopsOfRoots }: Budget): Step {
  return stepFrom(roots, Math.floor(hopsOfRoots / roots.length));
}

/**
 * The steps further, of which the next is taken where one leaves places: the least connected first, each gone through as
 * a whole, as far as the hops suffice; then a part of the first that is too much. What leads to very many things tells
 * little of those on its other side, and to read a part of them all would have to be put in order.
 */
function furtherSteps(outermost: readonly Ranked[], { hops }: Budget): Step[] {
  const leastFirst = [...outermost].sort((a, b) => a.degree - b.degree || (a.id < b.id ? -1 : 1));
  const whole: Ranked[] = [];
  let left = hops;
  for (const one of leastFirst) {
    if (one.degree > left) break;
    left -= one.degree;
    whole.push(one);
  }
  const tooMuch = leastFirst.slice(whole.length, whole.length + 1);
  return [
    ...(whole.length > 0 ? [stepFrom(whole, hops)] : []),
    ...(tooMuch.length > 0 && left > 0 ? [stepFrom(tooMuch, left)] : []),
  ];
}

function stepFrom(some: readonly Ranked[], limit: number): Step {
  return { things: some.map(({ id }) => id), limit, isWhole: some.every(({ degree }) => degree <= limit) };
}

/** Weighs the roots. They all have their place: how well a single one is connected is all that is told of it. */
async function weighRoots(roots: readonly string[], reader: HopReader): Promise<ReadonlyMap<string, Weight>> {
  if (roots.length === 0) return new Map();
  if (!reader.countsAreDegrees || roots.length > 1) return reader.weights(roots);
  return new Map([...(await reader.counts(roots))].map(([id, degree]) => [id, { degree, recent: null }]));
}

/**
 * Weighs candidates, the best connected first, of which `wanted` are to be chosen. Where counts are degrees the rest of a
 * weight is read only where a tie makes it decide: a hub is not gone through to be weighed.
 */
async function weigh(
  candidates: readonly Candidate[],
  wanted: number,
  reader: HopReader,
): Promise<ReadonlyMap<string, Weight>> {
  if (candidates.length === 0) return new Map();
  if (!reader.countsAreDegrees) return reader.weights(candidates.map(([id]) => id));
  const [, least = 0] = candidates[wanted - 1] ?? [];
  const able = candidates.filter(([, degree]) => degree >= least);
  const isTied = ([, degree]: Candidate, place: number) =>
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
