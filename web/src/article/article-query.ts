import { graphql, type ResultOf } from '../graphql/tada.ts';

const passagePage = graphql(`
  fragment PassagePage on PassageConnection {
    totalCount
    edges {
      node {
        id
        paragraph
        summary(language: $language)
        supports(first: 20) {
          nodes {
            __typename
            ... on Entity {
              slug
              kind
              name(language: $language)
            }
            ... on Event {
              slug
              eventKind: kind
              title(language: $language)
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

/** All that the page of an article shows at first. */
export const articleQuery = graphql(
  `
    query ArticlePage($slug: String!, $language: Language!) {
      article(slug: $slug) {
        id
        slug
        title(language: $language)
        language
        address
        published {
          edtf
          label(language: $language)
        }
        publishers {
          slug
          kind
          name(language: $language)
        }
        authors {
          slug
          kind
          name(language: $language)
        }
        passages(first: 30) {
          ...PassagePage
        }
      }
    }
  `,
  [passagePage],
);

/** An article as its page shows it. */
export type ArticleShown = NonNullable<ResultOf<typeof articleQuery>['article']>;

/** One of its passages. */
export type PassageShown = ArticleShown['passages']['edges'][number]['node'];

/** More of its passages. */
export const morePassages = graphql(
  `
    query MorePassages($slug: String!, $after: String!, $language: Language!) {
      article(slug: $slug) {
        passages(first: 30, after: $after) {
          ...PassagePage
        }
      }
    }
  `,
  [passagePage],
);
