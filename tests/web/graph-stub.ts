import type { Page } from 'playwright-core';

const kinds = ['PERSON', 'ORGANIZATION', 'PRODUCT', 'CONCEPT'] as const;
const types = ['FOUNDED', 'INVESTED_IN', 'HOLDS_POSITION', 'PARTNER_OF'] as const;
const certainties = ['CERTAIN', 'POSSIBLE', 'NO'] as const;

const entityOf = (index: number) => ({
  __typename: 'Organization',
  id: `id-${index}`,
  slug: `thing-${index}`,
  kind: kinds[index % 4],
  name: index % 3 === 0 ? `대상 ${index}` : `Thing ${index}`,
});

function edgeOf(index: number, nodes: number) {
  // A tree, so that all hang together, and as many links across; each the same each time.
  const across = index >= nodes - 1;
  const target = across ? (index * 7919) % nodes : index + 1;
  const source = across ? (index * 104_729 + 17) % nodes : Math.floor(index / 3);
  return {
    __typename: 'NeighborhoodEdge',
    certainty: certainties[index % 3],
    source: `thing-${source}`,
    target: `thing-${target}`,
    relationship: {
      __typename: 'Relationship',
      id: `edge-${index}`,
      type: types[index % 4],
      label: 'is linked to',
      position: null,
      since: null,
      until: null,
      attested: [],
    },
  };
}

/** Answers a page's questions about a neighbourhood with a made-up one of a size, in the shape of the schema. */
export async function stubGraph(
  page: Page,
  size: { readonly nodes: number; readonly edges: number },
): Promise<void> {
  const edges = Array.from({ length: size.edges }, (_, index) => edgeOf(index, size.nodes));
  const nodes = Array.from({ length: size.nodes }, (_, index) => ({
    __typename: 'NeighborhoodNode',
    degree: 4,
    distance: 1,
    hasMore: false,
    entity: entityOf(index),
  }));
  await page.route('**/graphql', async (route) => {
    const { query } = route.request().postDataJSON() as { readonly query: string };
    if (!/query Graph(Day)?\(/.test(query)) return route.continue();
    return route.fulfill({
      json: { data: { neighborhood: { __typename: 'Neighborhood', cut: false, nodes, edges } } },
    });
  });
}
