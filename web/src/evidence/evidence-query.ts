import { dated, named, sum, turning } from '../graphql/fragments.ts';
import { graphql, type ResultOf } from '../graphql/tada.ts';

const passages = graphql(
  `
    fragment Passages on PassageConnection {
      totalCount
      edges {
        node {
          id
          paragraph
          start
          end
          quoteSha256
          summary(language: $language)
          article {
            slug
            title(language: $language)
            address
            language
            published {
              ...Dated
            }
            publishers {
              ...Named
            }
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

const disagreement = graphql(
  `
    fragment DisagreementShown on Disagreement {
      field
      tellings {
        article {
          slug
          title(language: $language)
        }
        date {
          ...Dated
        }
        attested
        amounts {
          ...Sum
        }
      }
    }
  `,
  [dated, sum],
);

/** What anything rests on that cites passages: an event, a relationship, a description, an entity. */
export const evidenceQuery = graphql(
  `
    query Evidence($id: ID!, $language: Language!, $after: String) {
      node(id: $id) {
        __typename
        ... on Event {
          title(language: $language)
          date {
            ...Dated
          }
          disagreements {
            ...DisagreementShown
          }
          citations(first: 30, after: $after) {
            ...Passages
          }
        }
        ... on Entity {
          name(language: $language)
          citations(first: 30, after: $after) {
            ...Passages
          }
        }
        ... on Relationship {
          type
          label(language: $language)
          position(language: $language)
          since {
            ...Dated
          }
          until {
            ...Dated
          }
          from {
            name(language: $language)
          }
          to {
            name(language: $language)
          }
          disagreements {
            ...DisagreementShown
          }
          citations(first: 30, after: $after) {
            ...Passages
          }
        }
        ... on Description {
          text(language: $language)
          citations(first: 30, after: $after) {
            ...Passages
          }
        }
      }
    }
  `,
  [dated, passages, disagreement],
);

type AnyNode = NonNullable<ResultOf<typeof evidenceQuery>['node']>;

/** A node that has evidence. */
export type Evidenced = Extract<AnyNode, { readonly citations: unknown }>;
/** A passage with its article. */
export type PassageShown = Evidenced['citations']['edges'][number]['node'];
/** A field in which sources disagree. */
export type DisagreementShown = ResultOf<typeof disagreement>;
