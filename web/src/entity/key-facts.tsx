import { FactRow, Facts } from '../components/facts.tsx';
import { FuzzyDate } from '../components/fuzzy-date.tsx';
import { ThingLink } from '../components/thing-link.tsx';
import { Evidence } from '../evidence/evidence.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { labelOf } from '../vocabulary.ts';
import type { EntityShown } from './entity-query.ts';

/** What one wants to know of an entity first. */
export function KeyFacts({ entity }: { readonly entity: EntityShown }) {
  const { text } = useLanguage();
  const { aliases } = entity;
  if (aliases.length === 0 && entity.__typename !== 'Organization') return null;
  return (
    <section className="card columns-side" aria-labelledby="facts">
      <h2 id="facts">{text.entity.facts}</h2>
      <Facts>
        {entity.__typename === 'Organization' && <OrganizationFacts organization={entity} />}
        {aliases.length > 0 && (
          <FactRow name={text.entity.aliases}>
            <span>{aliases.join(', ')}</span>
          </FactRow>
        )}
      </Facts>
    </section>
  );
}

type Organization = Extract<EntityShown, { readonly __typename: 'Organization' }>;

function OrganizationFacts({ organization }: { readonly organization: Organization }) {
  const { tag, text } = useLanguage();
  const { legalForm, founding } = organization;
  return (
    <>
      <FactRow name={text.entity.legalForm}>
        {legalForm ? (
          <>
            {labelOf('legalForm', legalForm, tag)} <Evidence of={organization.id} about={organization.name} />
          </>
        ) : (
          <span className="unknown">{text.entity.unknown}</span>
        )}
      </FactRow>
      <FactRow name={text.entity.founded}>
        {founding ? (
          <>
            <FuzzyDate date={founding.date} />
            <Evidence of={founding.id} about={founding.title} />
            <ThingLink slug={founding.slug} kind="FOUNDING" name={founding.title} />
          </>
        ) : (
          <span className="unknown">{text.entity.unknown}</span>
        )}
      </FactRow>
    </>
  );
}
