import { dated, named, turning } from '../graphql/fragments.ts';
import { graphql, type ResultOf } from '../graphql/tada.ts';

/** What is shown of a page of relationships as of a day. */
export const relationshipPage = graphql(
  `
    fragment RelationshipPage on RelationshipConnection {
      totalCount
      edges {
        certainty
        other {
          ...Named
        }
        node {
          id
          type
          from {
            slug
          }
          position(language: $language)
          since {
            ...Dated
            earliest
          }
          until {
            ...Dated
          }
          attested
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
  [dated, named, turning],
);

/** A relationship seen from an entity. */
export type RelationshipEdge = ResultOf<typeof relationshipPage>['edges'][number];
/** Its type. */
export type RelationshipType = RelationshipEdge['node']['type'];
