import { ask, type Operation } from './operation.ts';

type Hit = { id: string; nameEn: string | null };

/** The full-text index of the peers, over the names of entities as they are, by Lucene's standard analyser. */
export const nameIndex = 'bench_names';

/** A search for a name: the ten best. */
export const q6: Operation = {
  id: 'Q6',
  title: 'search entities for a name, best 10',
  // Throughline ranks by rules of its own, Lucene by its statistics; what has just this name comes first with both.
  compared: 'the first hit is compared',
  draw: ({ names }, random) => ({ text: random.pick(names) }),
  ours: ask<{ search: { nodes: { slug: string; name: string }[] } }>(
    `query ($text: String!) { search(text: $text, first: 10, kinds: [PERSON, ORGANIZATION, PRODUCT, CONCEPT]) {
      nodes { ... on Entity { slug name } } } }`,
    ({ search: { nodes } }) => nodes.slice(0, 1).map(({ slug, name }) => [slug, name]),
  ),
  peer: ask<{ searchEntities: { edges: { node: Hit }[] } }>(
    'query ($text: String!) { searchEntities(phrase: $text, first: 10) { edges { node { id nameEn } } } }',
    ({ searchEntities: { edges } }) => edges.slice(0, 1).map(({ node: { id, nameEn } }) => [id, nameEn]),
  ),
  plain: ask<{ search: Hit[] }>(
    'query ($text: String!) { search(text: $text) { id nameEn } }',
    ({ search }) => search.slice(0, 1).map(({ id, nameEn }) => [id, nameEn]),
  ),
  handWritten: {
    field: 'search',
    cypher: `CALL db.index.fulltext.queryNodes('${nameIndex}', $text, {limit: 10}) YIELD node AS n
      RETURN collect([n.id, n.nameEn]) AS d`,
    shape: (d) => (d as string[][]).map(([id, nameEn]) => ({ id, nameEn })),
  },
};
