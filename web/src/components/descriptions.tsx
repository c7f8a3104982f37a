import { Evidence } from '../evidence/evidence.tsx';
import { useMore } from '../graphql/use-more.ts';
import { useLanguage } from '../i18n/language.tsx';
import { labelOf, valuesOf } from '../vocabulary.ts';
import { type DescriptionPage, moreDescriptions } from './description-fields.ts';
import './descriptions.css';
import { More } from './more.tsx';

type DescriptionsProps = {
  /** The global id of what is described. */
  readonly of: string;
  /** The first page, as it came with the view's own query. */
  readonly first: DescriptionPage;
};

/** What sources say of a thing in prose, by aspect, each with its evidence. */
export function Descriptions({ of, first }: DescriptionsProps) {
  const { language, tag } = useLanguage();
  const rows = useMore(first, {
    query: moreDescriptions,
    variables: (after) => ({ id: of, after, language }),
    pick: ({ node }) => (node && 'descriptions' in node ? node.descriptions : undefined),
  });
  const descriptions = rows.edges.map(({ node }) => node);
  const aspects = valuesOf('aspect').filter((aspect) => descriptions.some((one) => one.aspect === aspect));
  return (
    <>
      <dl className="descriptions">
        {aspects.map((aspect) => (
          <div key={aspect} className="descriptions-aspect">
            <dt>{labelOf('aspect', aspect, tag)}</dt>
            {descriptions
              .filter((one) => one.aspect === aspect)
              .map((one) => (
                <dd key={one.id}>
                  {one.text} <Evidence of={one.id} about={one.text} />
                </dd>
              ))}
          </div>
        ))}
      </dl>
      <More rows={rows} total={first.totalCount} />
    </>
  );
}
