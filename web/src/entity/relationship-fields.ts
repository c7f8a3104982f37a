import { graphql, type ResultOf } from '../graphql/tada.ts';

/** What is shown of a page of relationships as of a day. */
export const relationshipPage = graphql(`
  fragment RelationshipPage on RelationshipConnection {
    totalCount
    edges {
      certainty
      other {
        slug
        kind
        name(language: $language)
      }
      node {
        id
        type
        from {
          slug
        }
        position(language: $language)
        since {
          edtf
          earliest
          label(language: $language)
        }
        until {
          edtf
          label(language: $language)
        }
        attested
        disagreements {
          field
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

/** A relationship seen from an entity. */
export type RelationshipEdge = ResultOf<typeof relationshipPage>['edges'][number];
/** Its type. */
export type RelationshipType = RelationshipEdge['node']['type'];
