import { dated, named, namedEvent } from '../graphql/fragments.ts';
import { graphql, type ResultOf } from '../graphql/tada.ts';

/** What is shown of anything that can be found. */
export const foundFields = graphql(
  `
    fragment Found on Node {
      __typename
      ...Named
      ...NamedEvent
      ... on Event {
        date {
          ...Dated
        }
      }
      ... on Article {
        slug
        title(language: $language)
        published {
          ...Dated
        }
      }
    }
  `,
  [dated, named, namedEvent],
);

/** Something found: how it is called, and when it was, of an event or article. */
export type Found = {
  readonly slug: string;
  readonly kind: string;
  readonly name: string;
  readonly date?: { readonly edtf: string; readonly label: string } | null;
  /** What it was found by, where that is not its name: another name, or what is said of it. */
  readonly by?: { readonly text: string; readonly isName: boolean };
};

type Match = { readonly node: ResultOf<typeof foundFields>; readonly how: string; readonly matched: string };

/** What was found, from the answer to a query: nothing, where it is of no sort that has a page. */
export function foundOf({ node, how, matched }: Match): readonly Found[] {
  const isName = how !== 'TEXT';
  const by = (name: string) => (matched === name ? undefined : { text: matched, isName });
  if ('name' in node) return [{ slug: node.slug, kind: node.kind, name: node.name, by: by(node.name) }];
  if (!('title' in node)) return [];
  const { slug, title: name } = node;
  if ('eventKind' in node) return [{ slug, kind: node.eventKind, name, date: node.date, by: by(name) }];
  return [{ slug, kind: 'ARTICLE', name, date: node.published, by: by(name) }];
}
