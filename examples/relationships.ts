import { Client, fetchExchange } from '@urql/core';
import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../web/src/graphql/introspection.d.ts';

// All relationships of a thing, fetched page by page and typed from the schema:
//   npx tsx examples/relationships.ts microsoft
//   npx tsx examples/relationships.ts openai http://localhost:4000/graphql 5
// In a project of your own, `npx gql.tada generate-output` makes the types from schema.graphql.
const [slug = 'openai', url = 'http://localhost:4000/graphql', pageSize = '10'] = process.argv.slice(2);

const graphql = initGraphQLTada<{ introspection: introspection; scalars: { Date: string } }>();
const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod: false });

const relationshipsQuery = graphql(`
  query Relationships($slug: String!, $first: Int!, $after: String) {
    entity(slug: $slug) {
      name
      relationships(first: $first, after: $after) {
        totalCount
        nodes {
          type
          from { name }
          to { name }
          since { label }
          until { label }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

/** One page of the relationships of `slug`, from after a cursor on. */
async function fetchPage(after: string | null) {
  const { data, error } = await client.query(relationshipsQuery, { slug, first: Number(pageSize), after });
  if (error) throw error;
  if (!data?.entity) throw new Error(`There is nothing with the slug "${slug}".`);
  return data.entity;
}

const print = (line: string) => process.stdout.write(`${line}\n`);

let after: string | null = null;
do {
  const { name, relationships } = await fetchPage(after);
  if (after === null) print(`${name}: ${relationships.totalCount} relationships`);
  for (const { type, from, to, since, until } of relationships.nodes) {
    // A label says no more than is known: "December 2015", never a made-up day.
    const times = [since && `since ${since.label}`, until && `until ${until.label}`]
      .filter(Boolean)
      .join(', ');
    print(`  ${from.name} ${type} ${to.name}${times && ` (${times})`}`);
  }
  after = relationships.pageInfo.hasNextPage ? relationships.pageInfo.endCursor : null;
} while (after !== null);
