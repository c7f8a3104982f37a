import { dated, turning } from '../graphql/fragments.ts';
import { graphql, type ResultOf } from '../graphql/tada.ts';

/** What is shown of a page of events. */
export const eventPage = graphql(
  `
    fragment EventPage on EventConnection {
      totalCount
      edges {
        node {
          id
          slug
          kind
          title(language: $language)
          date {
            ...Dated
          }
          disagreements {
            field
          }
        }
      }
      pageInfo {
        ...Turning
      }
    }
  `,
  [dated, turning],
);

/** An event in a list. */
export type EventEdge = ResultOf<typeof eventPage>['edges'][number];
