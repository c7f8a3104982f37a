import { dated, named, namedEvent, turning } from '../graphql/fragments.ts';
import { graphql, type ResultOf } from '../graphql/tada.ts';

const supportPage = graphql(
  `
    fragment SupportPage on FactConnection {
      edges {
        node {
          __typename
          ...Named
          ...NamedEvent
        }
      }
      pageInfo {
        ...Turning
      }
    }
  `,
  [named, namedEvent, turning],
);

const passagePage = graphql(
  `
    fragment PassagePage on PassageConnection {
      totalCount
      edges {
        node {
          id
          paragraph
          summary(language: $language)
          supports(first: 20, kinds: [ENTITY, EVENT]) {
            ...SupportPage
          }
        }
      }
      pageInfo {
        ...Turning
      }
    }
  `,
  [supportPage, turning],
);

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
          ...Dated
        }
        publishers {
          ...Named
        }
        authors {
          ...Named
        }
        passages(first: 30) {
          ...PassagePage
        }
      }
    }
  `,
  [dated, named, passagePage],
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

/** More of what rests on a passage. */
export const moreSupports = graphql(
  `
    query MoreSupports($id: ID!, $after: String!, $language: Language!) {
      node(id: $id) {
        ... on Passage {
          supports(first: 20, after: $after, kinds: [ENTITY, EVENT]) {
            ...SupportPage
          }
        }
      }
    }
  `,
  [supportPage],
);
