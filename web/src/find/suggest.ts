import { useQuery } from 'urql';
import { graphql } from '../graphql/tada.ts';
import { useLanguage } from '../i18n/language.tsx';
import { type Found, foundFields, foundOf } from './found.ts';

const query = graphql(
  `
    query Suggest($text: String!, $language: Language!) {
      suggest(text: $text, first: 8) {
        how
        matched
        node {
          ...Found
        }
      }
    }
  `,
  [foundFields],
);

/**
 * What may be meant by what has been typed so far; while more is on its way, what was found before, and undefined at
 * first.
 */
export function useSuggestions(typed: string): readonly Found[] | undefined {
  const { language } = useLanguage();
  const text = typed.trim();
  const [{ data }] = useQuery({ query, variables: { text, language }, pause: text === '' });
  return text && data ? data.suggest.flatMap(foundOf) : undefined;
}
