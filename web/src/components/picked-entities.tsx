import { useQuery } from 'urql';
import { KindMark } from '../design/kind-mark.tsx';
import { sortOf } from '../design/kinds.ts';
import { named } from '../graphql/fragments.ts';
import { graphql } from '../graphql/tada.ts';
import { useLanguage } from '../i18n/language.tsx';
import './picked-entities.css';

const query = graphql(
  `
    query PickedEntities($slugs: [String!]!, $language: Language!) {
      entities(where: { slugs: $slugs }, first: 100) {
        nodes {
          ...Named
        }
      }
    }
  `,
  [named],
);

/** The service looks for no more at once. An address may name more; these are called as it calls them. */
const mostAsked = 100;

type PickedEntitiesProps = {
  readonly slugs: readonly string[];
  readonly remove: (slug: string) => void;
};

/** The entities that were picked, in the order in which they were, each with a way to let go of it. */
export function PickedEntities({ slugs, remove }: PickedEntitiesProps) {
  const { language, text } = useLanguage();
  const [{ data }] = useQuery({
    query,
    variables: { slugs: slugs.slice(0, mostAsked), language },
    pause: slugs.length === 0,
  });
  if (slugs.length === 0) return null;
  return (
    <ul className="picked-entities">
      {slugs.map((slug) => {
        const entity = data?.entities.nodes.find((one) => one.slug === slug);
        const name = entity?.name ?? slug;
        return (
          <li key={slug} className={entity && `kind-${sortOf(entity.kind)}`}>
            {entity && <KindMark sort={sortOf(entity.kind)} />}
            {name}
            <button type="button" aria-label={text.drawing.letGo(name)} onClick={() => remove(slug)}>
              <span aria-hidden="true">×</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
