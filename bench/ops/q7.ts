import { ask, type Operation } from './operation.ts';
import { anyRelationship } from './relationship-types.ts';

type OurHop = { from: { slug: string }; to: { slug: string }; relationship: { type: string } };
type Path = { length: number; things: string[]; types: string[] };
type Found = { path: Path | null };

/** A shortest path between the things `$from` and `$to`, over at most six relationships. */
export const shortestPath = `MATCH (a:Thing {id: $from}) MATCH (b:Thing {id: $to})
  MATCH p = shortestPath((a)-[:${anyRelationship}*..6]-(b))`;

/** A shortest path between two things, over any relationships. */
export const q7: Operation = {
  id: 'Q7',
  title: 'shortest path of at most 6',
  // There can be several shortest paths, and each server gives one.
  compared: 'the length is compared',
  draw: ({ connected, entities }, random) => {
    const from = random.pick(connected);
    let to = from;
    while (to === from) to = random.pick(random.number() < 0.5 ? connected : entities);
    return { from, to };
  },
  ours: ask<{ paths: { paths: { length: number; hops: OurHop[] }[] } }>(
    `query ($from: String!, $to: String!) { paths(from: $from, to: $to, maxLength: 6, first: 1) {
      paths { length hops { from { slug } to { slug } relationship { type } } } } }`,
    ({ paths: { paths } }) => paths[0]?.length ?? null,
  ),
  peer: ask<Found>(
    'query ($from: ID!, $to: ID!) { path(from: $from, to: $to) { length things types } }',
    ({ path }) => path?.length ?? null,
  ),
  plain: ask<Found>(
    'query ($from: ID!, $to: ID!) { path(from: $from, to: $to) { length things types } }',
    ({ path }) => path?.length ?? null,
  ),
  handWritten: {
    field: 'path',
    cypher: `${shortestPath} RETURN [[n IN nodes(p) | n.id], [r IN relationships(p) | type(r)]] AS d`,
    shape: (d) => {
      const [things, types] = d as [string[], string[]];
      return { length: types.length, things, types };
    },
  },
};
