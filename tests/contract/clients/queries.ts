/** Operations as typed clients write them; each client's own tool must understand them. */
export const foundersQuery = /* GraphQL */ `
  query Founders($slug: String!, $first: Int, $after: String) {
    organization(slug: $slug) {
      legalForm
      founders(first: $first, after: $after) {
        totalCount
        edges {
          cursor
          node {
            __typename
            name(language: KO)
          }
          relationship {
            since {
              edtf
              precision
              earliest
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      timeline(where: { kinds: [INVESTMENT] }) {
        nodes {
          title
          ... on Investment {
            amounts {
              amount
              currency
              approximate
            }
          }
        }
      }
    }
  }
`;
