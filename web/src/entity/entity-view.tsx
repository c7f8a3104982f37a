import { Link } from '../app/link.tsx';
import { addresses } from '../app/routes.ts';
import { useTitle } from '../app/use-arrival.ts';
import { Answered } from '../components/answered.tsx';
import '../components/columns.css';
import { Descriptions } from '../components/descriptions.tsx';
import { GraphqlLink } from '../components/graphql-link.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Section } from '../components/section.tsx';
import { NoSuchPage } from '../components/states.tsx';
import { kindLabel, sortOf } from '../design/kinds.ts';
import { Evidence } from '../evidence/evidence.tsx';
import { useAnswer } from '../graphql/use-answer.ts';
import { useLanguage } from '../i18n/language.tsx';
import { useAsOf } from './as-of.tsx';
import { type EntityShown, entityQuery } from './entity-query.ts';
import { Events } from './events.tsx';
import { KeyFacts } from './key-facts.tsx';
import { Relationships } from './relationships.tsx';
import { Sources } from './sources.tsx';

/** The view at /entity/…: all that is known of one entity. */
export function EntityView({ slug }: { readonly slug: string }) {
  const { language } = useLanguage();
  const { day } = useAsOf();
  const variables = { slug, day, language };
  const answer = useAnswer(entityQuery, variables);
  useTitle(answer.state === 'ready' ? answer.data.entity?.name : undefined);
  return (
    <Answered answer={answer} lines={8}>
      {({ entity }) =>
        entity ? (
          <div>
            <EntityPage entity={entity} />
            <GraphqlLink query={entityQuery} variables={variables} />
          </div>
        ) : (
          <NoSuchPage />
        )
      }
    </Answered>
  );
}

function EntityPage({ entity }: { readonly entity: EntityShown }) {
  const { text } = useLanguage();
  const { descriptions } = entity;
  return (
    <>
      <Head entity={entity} />
      <div className="columns">
        <KeyFacts entity={entity} />
        <div className="columns-main">
          {descriptions.edges.length > 0 && (
            <Section id="descriptions" title={text.entity.descriptions}>
              <Descriptions of={entity.id} first={descriptions} />
            </Section>
          )}
          <Relationships entity={entity} />
          <Events entity={entity} />
        </div>
        <Sources entity={entity} />
      </div>
    </>
  );
}

function Head({ entity }: { readonly entity: EntityShown }) {
  const { tag, text } = useLanguage();
  const { day, isToday } = useAsOf();
  const other = tag === 'ko' ? { text: entity.nameEn, lang: 'en' } : { text: entity.nameKo, lang: 'ko' };
  return (
    <PageHead
      sort={sortOf(entity.kind)}
      kind={kindLabel(entity.kind, tag)}
      title={entity.name}
      otherName={other.text === entity.name ? undefined : other}
      beside={<Evidence of={entity.id} about={entity.name} />}
    >
      <p className="page-ways">
        <Link to={addresses.timelineOf(entity.slug)}>{text.entity.onTimeline}</Link>
        <Link to={addresses.graphOf(entity.slug, isToday ? undefined : day)}>{text.entity.inGraph}</Link>
      </p>
    </PageHead>
  );
}
