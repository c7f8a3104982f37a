import { descriptionPage } from '../components/description-fields.ts';
import { sourceFields } from '../components/source-fields.ts';
import { dated, named, sum } from '../graphql/fragments.ts';
import { graphql, type ResultOf } from '../graphql/tada.ts';
import { eventPage } from './event-fields.ts';

/** All that the page of an event shows at first. */
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
          ...Dated
        }
        participants {
          role
          label(language: $language)
          entity {
            ...Named
          }
          office {
            id
            position(language: $language)
            to {
              name(language: $language)
            }
          }
        }
        descriptions(first: 30) {
          ...DescriptionPage
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
          ...SourceShown
        }
        disagreements {
          field
        }
        ... on Investment {
          amounts {
            ...Sum
          }
        }
        ... on Acquisition {
          amounts {
            ...Sum
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
  [dated, named, sum, descriptionPage, sourceFields, eventPage],
);

/** An event as its page shows it. */
export type EventShown = NonNullable<ResultOf<typeof eventQuery>['event']>;

/** More of its parts. */
export const moreParts = graphql(
  `
    query MoreParts($slug: String!, $after: String!, $language: Language!) {
      event(slug: $slug) {
        parts(first: 20, after: $after) {
          ...EventPage
        }
      }
    }
  `,
  [eventPage],
);
