import type { Context } from '../context.ts';
import { BadUserInput } from '../errors.ts';
import { findNeighborhood, type NeighborhoodNode, neighborhoodBudget } from '../loaders/neighborhood.ts';
import type { HopFilter } from '../model/hops.ts';
import type { Entity, Relationship } from '../model/things.ts';
import { type Certainty, certaintyOn } from '../time/interval.ts';
import { checkAsOf } from './checks.ts';
import { checkCount, checkLimits, type Limits } from './limits.ts';

/** The most relationships gone along from the entities asked for, and in each step further outwards. */
export const { hopsOfRoots: relationshipsOfMiddle, hops: relationshipsOfStep } = neighborhoodBudget;

/** What `neighborhood` takes where its arguments are left out. */
export const neighborhoodDefaults = { depth: 1, first: 100 } as const;

/** The bounds of the arguments of `neighborhood`. */
export const neighborhoodLimits = { of: [1, 20], depth: [1, 3], first: [1, 500] } as const satisfies {
  readonly [argument: string]: Limits;
};

/** The arguments of `neighborhood`. */
export type NeighborhoodArgs = Omit<HopFilter, 'events' | 'unlessOneOf' | 'avoid'> & {
  readonly of: readonly string[];
  readonly depth?: number | null;
  readonly first?: number | null;
};

/** An entity of a neighbourhood with its place in it. */
export type NeighborhoodEntity = NeighborhoodNode & { readonly entity: Entity };

/** A relationship of a neighbourhood, and, as of a day, whether it held. */
export type NeighborhoodEdge = {
  readonly relationship: Relationship;
  readonly certainty: Certainty | null;
};

/** Entities, the most important first, the relationships among them, and whether anything is missing. */
export type NeighborhoodAnswer = {
  readonly nodes: readonly NeighborhoodEntity[];
  readonly edges: readonly NeighborhoodEdge[];
  readonly cut: boolean;
};

/**
 * The entities around some entities with all relationships among them; what is no entity is passed over. Throws
 * BadUserInput for bounds out of their limits, for fewer entities than there are in the middle, and for `certainty`
 * without `asOf`.
 */
export async function neighborhood(args: NeighborhoodArgs, context: Context): Promise<NeighborhoodAnswer> {
  const { of, kinds, asOf } = args;
  const depth = args.depth ?? neighborhoodDefaults.depth;
  const first = args.first ?? neighborhoodDefaults.first;
  checkCount('of', neighborhoodLimits.of, of);
  checkLimits('depth', neighborhoodLimits.depth, depth);
  checkLimits('first', neighborhoodLimits.first, first);
  checkAsOf(args);
  const asked = [...new Set(of)];
  // All of them are in the answer, so there must be room for them.
  if (first < asked.length)
    throw new BadUserInput(
      'first',
      `must be at least ${asked.length}, as many as there are in of, not ${first}`,
    );
  const found = await Promise.all(asked.map((slug) => context.loaders.entities.load(slug)));
  const roots = found.filter((entity) => entity !== null).map(({ id }) => id);
  // The roots are in the answer whatever their kind.
  const reader = context.loaders.hops({ ...args, ...(kinds && { unlessOneOf: roots }) });
  const { nodes, relationships, cut } = await findNeighborhood({ roots, depth, first }, reader);
  const edges = relationships.map((relationship) => {
    return { relationship, certainty: asOf ? certaintyOn(relationship, asOf) : null };
  });
  return { nodes: await withEntities(nodes, context), edges, cut };
}

async function withEntities(
  nodes: readonly NeighborhoodNode[],
  context: Context,
): Promise<NeighborhoodEntity[]> {
  const entities = await Promise.all(nodes.map(({ id }) => context.loaders.entities.load(id)));
  return nodes.flatMap((node, place) => {
    const entity = entities[place];
    return entity ? [{ ...node, entity }] : [];
  });
}
