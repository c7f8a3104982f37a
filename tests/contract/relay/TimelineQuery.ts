// A page of a timeline as a Relay app writes it: a query, and a fragment that pages forwards and refetches itself.
declare const graphql: (text: TemplateStringsArray) => unknown;

export const TimelineQuery = graphql`
  query TimelineQuery($slug: String!, $count: Int!, $cursor: String, $asOf: Date) {
    organization(slug: $slug) {
      id
      name
      founding {
        date {
          label
        }
      }
      founders(first: 10, asOf: $asOf) {
        edges {
          certainty
          node {
            __typename
            name
          }
          relationship {
            since {
              edtf
            }
          }
        }
      }
      ...TimelineQuery_timeline @arguments(count: $count, cursor: $cursor)
    }
  }
`;

export const TimelineFragment = graphql`
  fragment TimelineQuery_timeline on Organization
  @refetchable(queryName: "TimelinePageQuery")
  @argumentDefinitions(count: { type: "Int!" }, cursor: { type: "String" }) {
    timeline(first: $count, after: $cursor, where: { kinds: [FOUNDING, INVESTMENT] })
      @connection(key: "Organization_timeline") {
      edges {
        node {
          title
          date {
            edtf
            precision
          }
          ... on Investment {
            amounts {
              amount
              currency
            }
          }
        }
      }
    }
  }
`;
