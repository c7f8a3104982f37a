import { Evidence } from '../evidence/evidence.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { labelOf, valuesOf } from '../vocabulary.ts';
import './descriptions.css';

type Description = { readonly id: string; readonly aspect: string; readonly text: string };

/** What sources say of a thing in prose, by aspect, each with its evidence. */
export function Descriptions({ descriptions }: { readonly descriptions: readonly Description[] }) {
  const { tag } = useLanguage();
  const aspects = valuesOf('aspect').filter((aspect) => descriptions.some((one) => one.aspect === aspect));
  return (
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
  );
}
