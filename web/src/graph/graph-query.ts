import { dated, named, namedEvent } from '../graphql/fragments.ts';
import { graphql, type ResultOf, type VariablesOf } from '../graphql/tada.ts';

const relationship = graphql(
  `
    fragment DrawnRelationship on Relationship {
      id
      type
      label(language: $language)
      position(language: $language)
      since {
        ...Dated
        earliest
        latest
      }
      until {
        ...Dated
        earliest
        latest
      }
      attested
    }
  `,
  [dated],
);

/** The neighbourhood of some entities. With a day, each edge says how surely it held on it. */
export const graphQuery = graphql(
  `
    query Graph(
      $of: [String!]!
      $kinds: [EntityKind!]
      $types: [RelationshipType!]
      $asOf: Date
      $certainty: [Certainty!]
      $language: Language!
    ) {
      neighborhood(of: $of, kinds: $kinds, types: $types, asOf: $asOf, certainty: $certainty, first: 150) {
        cut
        nodes {
          degree
          distance
          hasMore
          entity {
            id
            ...Named
          }
        }
        edges {
          certainty
          source
          target
          relationship {
            ...DrawnRelationship
          }
        }
      }
    }
  `,
  [named, relationship],
);

/**
 * How surely the edges of the same neighbourhood held on a day. The service alone knows what its dates allow, so it is
 * asked again for each day; what does not change from day to day is not asked again.
 */
export const dayQuery = graphql(`
  query GraphDay($of: [String!]!, $kinds: [EntityKind!], $types: [RelationshipType!], $asOf: Date!) {
    neighborhood(
      of: $of
      kinds: $kinds
      types: $types
      asOf: $asOf
      certainty: [CERTAIN, POSSIBLE, NO]
      first: 150
    ) {
      edges {
        certainty
        relationship {
          id
        }
      }
    }
  }
`);

/** How two entities are connected, hop by hop. */
export const pathQuery = graphql(
  `
    query GraphPath(
      $from: String!
      $to: String!
      $asOf: Date
      $types: [RelationshipType!]
      $events: Boolean!
      $language: Language!
    ) {
      paths(from: $from, to: $to, asOf: $asOf, types: $types, events: $events, first: 5, maxLength: 6) {
        cut
        paths {
          length
          hops {
            certainty
            forwards
            from {
              id
              ...Named
              ...NamedEvent
            }
            to {
              id
              ...Named
              ...NamedEvent
            }
            role
            event {
              id
              slug
              title(language: $language)
              date {
                ...Dated
              }
            }
            relationship {
              ...DrawnRelationship
            }
            citations(first: 3) {
              totalCount
              nodes {
                id
                summary(language: $language)
                article {
                  slug
                  title(language: $language)
                }
              }
            }
          }
        }
      }
    }
  `,
  [dated, named, namedEvent, relationship],
);

/** What the graph asks for. */
export type GraphVariables = VariablesOf<typeof graphQuery>;
/** What it is answered. */
export type GraphAnswer = ResultOf<typeof graphQuery>['neighborhood'];
/** What the search for paths is answered. */
export type PathAnswer = ResultOf<typeof pathQuery>['paths'];
/** A hop of a path. */
export type Hop = PathAnswer['paths'][number]['hops'][number];
/** A relationship as it is drawn. */
export type DrawnRelationship = ResultOf<typeof relationship>;
/** How surely something held. */
export type Certainty = NonNullable<Hop['certainty']>;
/** One of the values of EntityKind. */
export type EntityKind = GraphAnswer['nodes'][number]['entity']['kind'];
/** One of the values of RelationshipType. */
export type RelationshipType = DrawnRelationship['type'];
