import { initGraphQLTada } from 'gql.tada';
import { type FormEvent, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Client, cacheExchange, fetchExchange, Provider, useQuery } from 'urql';
import type { introspection } from '../../web/src/graphql/introspection.d.ts';

// The smallest front end: the relationships of a thing, a page at a time, typed from the schema. Beside a service at
// http://localhost:4000 (npm start):  npx vite examples/app
const graphql = initGraphQLTada<{ introspection: introspection; scalars: { Date: string } }>();

const relationshipsQuery = graphql(`
  query Relationships($slug: String!, $after: String) {
    entity(slug: $slug) {
      name
      relationships(first: 5, after: $after) {
        totalCount
        nodes {
          id
          type
          from { name }
          to { name }
          since { label }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

/** One page, and a button that puts the next one below it. */
function Page({ slug, after }: { slug: string; after: string | null }) {
  const [{ data, error }] = useQuery({ query: relationshipsQuery, variables: { slug, after } });
  const [isNextShown, showNext] = useState(false);
  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <p>Loading…</p>;
  if (!data.entity) return <p role="alert">There is nothing with the slug “{slug}”.</p>;
  const { nodes, pageInfo, totalCount } = data.entity.relationships;
  return (
    <>
      {after === null && (
        <h2>
          {data.entity.name}: {totalCount} relationships
        </h2>
      )}
      <ul>
        {nodes.map(({ id, type, from, to, since }) => (
          <li key={id}>
            {from.name} {type} {to.name} {since && `since ${since.label}`}
          </li>
        ))}
      </ul>
      {isNextShown && <Page slug={slug} after={pageInfo.endCursor} />}
      {pageInfo.hasNextPage && !isNextShown && (
        <button type="button" onClick={() => showNext(true)}>
          More
        </button>
      )}
    </>
  );
}

function App() {
  const [slug, setSlug] = useState('openai');
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setSlug(String(new FormData(event.currentTarget).get('slug')));
  }
  return (
    <>
      <h1>Relationships, page by page</h1>
      <form onSubmit={submit}>
        <label>
          Slug <input name="slug" defaultValue={slug} />
        </label>{' '}
        <button type="submit">Show</button>
      </form>
      {/* Another thing begins at its first page again. */}
      <Page key={slug} slug={slug} after={null} />
    </>
  );
}

const client = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
});
const root = document.getElementById('app');
if (root)
  createRoot(root).render(
    <Provider value={client}>
      <App />
    </Provider>,
  );
