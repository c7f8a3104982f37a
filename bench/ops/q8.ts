import { enumName, type Named, nameOf } from './names.ts';
import { ask, type Operation } from './operation.ts';
import { anyRelationship } from './relationship-types.ts';

type OurNode = { distance: number; degree: number; entity: { slug: string; kind: string; name: string } };
type OurEdge = { source: string; target: string; relationship: { type: string } };
type Node = Named & { kind: string; distance: number; degree: number };
type Edge = { source: string; target: string; type: string };
type Around = { neighborhood: { nodes: Node[]; edges: Edge[] } };

const fields = 'nodes { id kind nameEn nameKo distance degree } edges { source target type }';
const query = `query ($of: ID!) { neighborhood(of: $of) { ${fields} } }`;

const canonical = ({ neighborhood: { nodes, edges } }: Around) => [
  nodes.map((node) => [node.id, enumName(node.kind), nameOf(node), node.distance, node.degree]),
  edges.map(({ source, target, type }) => `${source} ${type} ${target}`).sort(),
];

/** Orders things `m` by their degree, by the last day on which one of their relationships began, and by id. */
const ranked = 'ORDER BY degree DESC, recent DESC, m.id';

/** Collects the best 99 of the candidates `m`. Only those of a degree that can get among them are looked at closer. */
const best = `WITH m, COUNT { (m)-[:${anyRelationship}]-() } AS degree ORDER BY degree DESC
    WITH collect([m, degree]) AS found
    WITH found, coalesce(found[98], found[-1])[1] AS least
    UNWIND [one IN found WHERE one[1] >= least] AS one
    WITH one[0] AS m, one[1] AS degree
    CALL (m) { MATCH (m)-[r:${anyRelationship}]-() RETURN coalesce(toString(max(r.certainFrom)), '') AS recent }
    WITH m, degree ${ranked} LIMIT 99
    RETURN collect([m, degree])`;

/**
 * The hundred things within two hops of `$of`, by the rule of Throughline: nearer ones first, then the better
 * connected. From those of the first step it goes on from the least connected, whole, as far as 5,000 hops suffice; where
 * that leaves places free, by the hops that are left from the next, the first by id.
 */
export const around = `MATCH (root:Thing {id: $of}) WHERE root:Entity
  CALL (root) { MATCH (root)-[:${anyRelationship}]-(m:Entity) WHERE m <> root WITH DISTINCT m ${best} AS near }
  WITH root, near, [one IN near | one[0]] AS inner
  CALL (near) {
    UNWIND near AS one WITH one ORDER BY one[1], one[0].id WITH collect(one) AS sorted
    WITH sorted, reduce(read = [0, 5000], one IN sorted |
      CASE WHEN one[1] <= read[1] THEN [read[0] + 1, read[1] - one[1]] ELSE [read[0], read[1]] END) AS read
    RETURN [one IN sorted[..read[0]] | one[0]] AS whole, [one IN sorted[read[0]..read[0] + 1] | one[0]] AS next, read[1] AS left
  }
  CALL (root, inner, whole) {
    WITH * WHERE size(inner) < 99
    UNWIND whole AS n MATCH (n)-[:${anyRelationship}]-(m:Entity)
    WITH DISTINCT root, inner, m WHERE m <> root AND NOT m IN inner ${best} AS ring
  }
  CALL (root, inner, next, left, ring) {
    WITH * WHERE size(inner) + size(ring) < 99
    UNWIND next AS n
    UNWIND COLLECT { MATCH (n)-[:${anyRelationship}]-(m:Entity) RETURN m ORDER BY m.id }[..left] AS m
    WITH DISTINCT root, inner, ring, m WHERE m <> root AND NOT m IN inner AND NOT m IN [one IN ring | one[0]] ${best} AS part
  }
  CALL (inner, ring, part) { WITH * WHERE size(part) > 0 UNWIND ring + part[..99 - size(inner) - size(ring)] AS one WITH one[0] AS m ${best} AS both }
  WITH root, near, CASE WHEN size(part) > 0 THEN both ELSE ring END AS far
  WITH [[root, 0, COUNT { (root)-[:${anyRelationship}]-() }]] + [one IN near | [one[0], 1, one[1]]]
    + [one IN far[..99 - size(near)] | [one[0], 2, one[1]]] AS chosen
  WITH chosen, [one IN chosen | one[0]] AS members
  CALL (members) {
    UNWIND members AS a MATCH (a)-[r:${anyRelationship}]->(b:Entity) WHERE b IN members
    RETURN collect([a.id, b.id, type(r)]) AS edges
  }`;

/** What is around a thing: the hundred most important within two hops, and how they are joined. */
export const q8: Operation = {
  id: 'Q8',
  title: 'neighbourhood of depth 2, 100 things',
  draw: ({ connected, entities }, random) => ({
    of: random.pick(random.number() < 0.5 ? connected : entities),
  }),
  ours: ask<{ neighborhood: { nodes: OurNode[]; edges: OurEdge[] } }>(
    `query ($of: String!) { neighborhood(of: [$of], depth: 2, first: 100) {
      nodes { distance degree entity { slug kind name } } edges { source target relationship { type } } } }`,
    ({ neighborhood: { nodes, edges } }) => [
      nodes.map(({ entity, distance, degree }) => [entity.slug, entity.kind, entity.name, distance, degree]),
      edges.map(({ source, target, relationship: { type } }) => `${source} ${type} ${target}`).sort(),
    ],
  ),
  peer: ask<Around>(query, canonical),
  plain: ask<Around>(query, canonical),
  handWritten: {
    field: 'neighborhood',
    cypher: `${around}
      RETURN [[one IN chosen | [one[0].id, one[0].kind, one[0].nameEn, one[0].nameKo, one[1], one[2]]], edges] AS d`,
    shape: (d) => {
      const [nodes, edges] = d as [unknown[][], string[][]];
      return {
        nodes: nodes.map(([id, kind, nameEn, nameKo, distance, degree]) => {
          return { id, kind, nameEn, nameKo, distance, degree };
        }),
        edges: edges.map(([source, target, type]) => ({ source, target, type })),
      };
    },
  },
};
