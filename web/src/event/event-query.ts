import { graphql, type ResultOf } from '../graphql/tada.ts';
import { eventPage } from './event-fields.ts';

/** All that the page of an event shows. */
export const eventQuery = graphql(
  `
    query EventPage($slug: String!, $language: Language!) {
      event(slug: $slug) {
        __typename
        id
        slug
        kind
        title(language: $language)
        date {
          edtf
          label(language: $language)
        }
        participants {
          role
          label(language: $language)
          entity {
            slug
            kind
            name(language: $language)
          }
          office {
            id
            position(language: $language)
            to {
              name(language: $language)
            }
          }
        }
        descriptions(first: 50) {
          nodes {
            id
            aspect
            text(language: $language)
          }
        }
        partOf {
          slug
          kind
          title(language: $language)
        }
        parts(first: 20) {
          ...EventPage
        }
        sources {
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
        disagreements {
          field
        }
        ... on Investment {
          amounts {
            amount
            currency
            approximate
          }
        }
        ... on Acquisition {
          amounts {
            amount
            currency
            approximate
          }
        }
        ... on Appointment {
          position(language: $language)
        }
        ... on Departure {
          position(language: $language)
        }
      }
    }
  `,
  [eventPage],
);

/** An event as its page shows it. */
export type EventShown = NonNullable<ResultOf<typeof eventQuery>['event']>;
