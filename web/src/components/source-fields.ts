import { dated } from '../graphql/fragments.ts';
import { graphql, type ResultOf } from '../graphql/tada.ts';

/** What is shown of an article in a list of sources. */
export const sourceFields = graphql(
  `
    fragment SourceShown on Article {
      slug
      title(language: $language)
      published {
        ...Dated
      }
      publishers {
        name(language: $language)
      }
    }
  `,
  [dated],
);

/** An article in a list of sources. */
export type SourceShown = ResultOf<typeof sourceFields>;
