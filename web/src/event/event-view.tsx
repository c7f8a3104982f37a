import { useTitle } from '../app/use-arrival.ts';
import { Answered } from '../components/answered.tsx';
import '../components/columns.css';
import { Descriptions } from '../components/descriptions.tsx';
import { FuzzyDate } from '../components/fuzzy-date.tsx';
import { GraphqlLink } from '../components/graphql-link.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Section } from '../components/section.tsx';
import { SourceList } from '../components/source-list.tsx';
import { NoSuchPage } from '../components/states.tsx';
import { kindLabel } from '../design/kinds.ts';
import { Disagree } from '../evidence/disagree.tsx';
import { Evidence } from '../evidence/evidence.tsx';
import { useAnswer } from '../graphql/use-answer.ts';
import { useLanguage } from '../i18n/language.tsx';
import { EventFacts } from './event-facts.tsx';
import { type EventShown, eventQuery } from './event-query.ts';
import { Parts } from './parts.tsx';

/** The view at /event/…: all that is known of one event. */
export function EventView({ slug }: { readonly slug: string }) {
  const { language } = useLanguage();
  const variables = { slug, language };
  const answer = useAnswer(eventQuery, variables);
  useTitle(answer.state === 'ready' ? answer.data.event?.title : undefined);
  return (
    <Answered answer={answer} lines={8}>
      {({ event }) =>
        event ? (
          <div>
            <EventPage event={event} />
            <GraphqlLink query={eventQuery} variables={variables} />
          </div>
        ) : (
          <NoSuchPage />
        )
      }
    </Answered>
  );
}

function EventPage({ event }: { readonly event: EventShown }) {
  const { tag, text } = useLanguage();
  const { descriptions } = event;
  return (
    <>
      <PageHead
        sort="event"
        kind={kindLabel(event.kind, tag)}
        title={event.title}
        beside={
          <>
            <Evidence of={event.id} about={event.title} />
            {event.disagreements.length > 0 && <Disagree />}
          </>
        }
      >
        <p className="page-lead">
          <FuzzyDate date={event.date} />
        </p>
      </PageHead>
      <div className="columns">
        <EventFacts event={event} />
        <div className="columns-main">
          {descriptions.edges.length > 0 && (
            <Section id="descriptions" title={text.event.told}>
              <Descriptions of={event.id} first={descriptions} />
            </Section>
          )}
          <Parts event={event} />
        </div>
        <section className="card columns-side" aria-labelledby="sources">
          <h2 id="sources">{text.entity.sources}</h2>
          <SourceList articles={event.sources} />
        </section>
      </div>
    </>
  );
}
