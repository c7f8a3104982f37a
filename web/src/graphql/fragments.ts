import { graphql } from './tada.ts';

/** What a link to an entity shows of it. */
export const named = graphql(`
  fragment Named on Entity {
    slug
    kind
    name(language: $language)
  }
`);

/** What a link to an event shows of it, where it stands among other things, whose kinds are of another type. */
export const namedEvent = graphql(`
  fragment NamedEvent on Event {
    slug
    eventKind: kind
    title(language: $language)
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
