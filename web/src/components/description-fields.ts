import { turning } from '../graphql/fragments.ts';
import { graphql, type ResultOf } from '../graphql/tada.ts';

/** What is shown of a page of descriptions. */
export const descriptionPage = graphql(
  `
    fragment DescriptionPage on DescriptionConnection {
      totalCount
      edges {
        node {
          id
          aspect
          text(language: $language)
        }
      }
      pageInfo {
        ...Turning
      }
    }
  `,
  [turning],
);

/** A page of descriptions. */
export type DescriptionPage = ResultOf<typeof descriptionPage>;

/** More descriptions of an entity or an event. */
export const moreDescriptions = graphql(
  `
    query MoreDescriptions($id: ID!, $after: String!, $language: Language!) {
      node(id: $id) {
        ... on Entity {
          descriptions(first: 30, after: $after) {
            ...DescriptionPage
          }
        }
        ... on Event {
          descriptions(first: 30, after: $after) {
            ...DescriptionPage
          }
        }
      }
    }
  `,
  [descriptionPage],
);
