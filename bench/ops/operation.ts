import type { Pools } from '../data/pools.ts';
import type { Random } from '../data/random.ts';

/** The variables of a request: one set of the many an operation is asked with. */
export type Variables = { readonly [name: string]: string | number | readonly string[] };

/**
 * An operation as one schema asks it: the document, its variables, and the canonical form of what comes back, which
 * must be the same for every server.
 */
export type Ask = {
  readonly query: string;
  readonly variables: (drawn: Variables) => Variables;
  readonly canonical: (data: unknown) => unknown;
};

/** One Cypher statement that answers a whole operation, and the shape its single row `d` is given. */
export type HandWritten = {
  /** The root field of the hand-written schema that runs it. */
  readonly field: string;
  readonly cypher: string;
  /** Its parameters, where they are not the arguments of the field as they are. */
  readonly params?: (args: Variables) => Variables;
  readonly shape: (d: unknown) => unknown;
};

/** One operation of the benchmark, asked of every server in the words of its schema. */
export type Operation = {
  readonly id: string;
  readonly title: string;
  /** What of the answers is compared, where it is not all of them. */
  readonly compared?: string;
  /** Draws one set of variables. */
  readonly draw: (pools: Pools, random: Random) => Variables;
  /** Throughline's schema. */
  readonly ours: Ask;
  /** The schema that @neo4j/graphql makes of servers/peer-types.ts. */
  readonly peer: Ask;
  /** The schema of servers/plain-types.ts: hand-written statements, and naive resolvers. */
  readonly plain: Ask;
  readonly handWritten: HandWritten;
  /** Whether the naive server has resolvers for it. */
  readonly naive?: true;
};

/** An ask whose answer is known to have the type `A`: each server's own schema sees to that. */
export function ask<A>(
  query: string,
  canonical: (data: A) => unknown,
  variables: (drawn: Variables) => Variables = (drawn) => drawn,
): Ask {
  return { query, variables, canonical: (data) => canonical(data as A) };
}
