import { graphql } from './tada.ts';

/** What a link to an entity shows of it. */
export const named = graphql(`
  fragment Named on Entity {
    slug
    kind
    name(language: $language)
  }
`);

/** A date as it is shown. */
export const dated = graphql(`
  fragment Dated on FuzzyDate {
    edtf
    label(language: $language)
  }
`);

/** A sum as it is shown. */
export const sum = graphql(`
  fragment Sum on Money {
    amount
    currency
    approximate
  }
`);

/** How one page of a list leads to the next. */
export const turning = graphql(`
  fragment Turning on PageInfo {
    hasNextPage
    endCursor
  }
`);
