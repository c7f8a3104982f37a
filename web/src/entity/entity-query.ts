import { eventPage } from '../event/event-fields.ts';
import { graphql, type ResultOf } from '../graphql/tada.ts';
import { relationshipPage } from './relationship-fields.ts';

/** All that the page of an entity shows at first, in one question. */
export const entityQuery = graphql(
  `
    query EntityPage($slug: String!, $day: Date!, $language: Language!) {
      entity(slug: $slug) {
        __typename
        id
        slug
        kind
        name(language: $language)
        nameEn: name(language: EN)
        nameKo: name(language: KO)
        aliases
        ... on Organization {
          legalForm
          founding {
            id
            slug
            title(language: $language)
            date {
              edtf
              label(language: $language)
            }
          }
        }
        descriptions(first: 30) {
          nodes {
            id
            aspect
            text(language: $language)
          }
        }
        relationships(first: 50, asOf: $day, certainty: [CERTAIN, POSSIBLE, NO]) {
          ...RelationshipPage
        }
        timeline(first: 10) {
          ...EventPage
        }
        citations(first: 50) {
          totalCount
          nodes {
            article {
              slug
              title(language: $language)
              published {
                edtf
                label(language: $language)
              }
              publishers {
                name(language: $language)
              }
            }
          }
        }
      }
    }
  `,
  [relationshipPage, eventPage],
);

/** An entity as its page shows it. */
export type EntityShown = NonNullable<ResultOf<typeof entityQuery>['entity']>;

/** More of its relationships. */
export const moreRelationships = graphql(
  `
    query MoreRelationships($slug: String!, $day: Date!, $after: String!, $language: Language!) {
      entity(slug: $slug) {
        relationships(first: 50, after: $after, asOf: $day, certainty: [CERTAIN, POSSIBLE, NO]) {
          ...RelationshipPage
        }
      }
    }
  `,
  [relationshipPage],
);

/** More of its events. */
export const moreEvents = graphql(
  `
    query MoreEvents($slug: String!, $after: String!, $language: Language!) {
      entity(slug: $slug) {
        timeline(first: 20, after: $after) {
          ...EventPage
        }
      }
    }
  `,
  [eventPage],
);
