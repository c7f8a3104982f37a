import { descriptionPage } from '../components/description-fields.ts';
import { sourceFields } from '../components/source-fields.ts';
import { eventPage } from '../event/event-fields.ts';
import { dated, turning } from '../graphql/fragments.ts';
import { graphql, type ResultOf } from '../graphql/tada.ts';
import { relationshipPage } from './relationship-fields.ts';

const citationPage = graphql(
  `
    fragment CitationPage on PassageConnection {
      totalCount
      edges {
        node {
          article {
            ...SourceShown
          }
        }
      }
      pageInfo {
        ...Turning
      }
    }
  `,
  [sourceFields, turning],
);

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
              ...Dated
            }
          }
        }
        descriptions(first: 30) {
          ...DescriptionPage
        }
        relationships(first: 50, asOf: $day, certainty: [CERTAIN, POSSIBLE, NO]) {
          ...RelationshipPage
        }
        timeline(first: 10) {
          ...EventPage
        }
        citations(first: 50) {
          ...CitationPage
        }
      }
    }
  `,
  [dated, descriptionPage, relationshipPage, eventPage, citationPage],
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

/** More of the passages that speak of it. */
export const moreCitations = graphql(
  `
    query MoreCitations($slug: String!, $after: String!, $language: Language!) {
      entity(slug: $slug) {
        citations(first: 50, after: $after) {
          ...CitationPage
        }
      }
    }
  `,
  [citationPage],
);
