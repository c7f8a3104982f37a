import type { Pools } from '../data/pools.ts';
import { createRandom } from '../data/random.ts';
import type { Operation, Variables } from '../ops/operation.ts';

/** How many sets of variables an operation is asked with, in turn. */
const sets = 200;

/** Of these, how many are asked of every server before anything is timed, and how many are counted in Neo4j. */
export const sampled = { full: { verified: 20 }, quick: { verified: 8 }, counted: 5 } as const;

/** An operation with the sets of variables it is asked with. */
export type Drawn = { readonly operation: Operation; readonly drawn: readonly Variables[] };

/** Draws the variables of an operation: the same for the same seed, whatever other operations are measured. */
export function drawFor(operation: Operation, pools: Pools, seed: number): Drawn {
  const random = createRandom(seed * 1000 + Number(operation.id.slice(1)));
  return { operation, drawn: Array.from({ length: sets }, () => operation.draw(pools, random)) };
}
