import { dated, turning } from '../graphql/fragments.ts';
import { graphql, type ResultOf } from '../graphql/tada.ts';

/** What is shown of an event in a line. */
export const eventLine = graphql(
  `
    fragment EventLine on Event {
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
  `,
  [dated],
);

/** What is shown of a page of events. */
export const eventPage = graphql(
  `
    fragment EventPage on EventConnection {
      totalCount
      edges {
        node {
          ...EventLine
        }
      }
      pageInfo {
        ...Turning
      }
    }
  `,
  [eventLine, turning],
);

/** An event in a list. */
export type EventEdge = ResultOf<typeof eventPage>['edges'][number];
