import { Fragment } from 'react';
import { FuzzyDate } from '../components/fuzzy-date.tsx';
import { ThingLink } from '../components/thing-link.tsx';
import { kindLabel } from '../design/kinds.ts';
import { Disagree } from '../evidence/disagree.tsx';
import { Evidence } from '../evidence/evidence.tsx';
import { useLanguage } from '../i18n/language.tsx';
import type { DrawnEvent } from './timeline-query.ts';

/** An event in full: when, what, who took part as what, and who says so. */
export function EventRow({ event }: { readonly event: DrawnEvent }) {
  const { tag } = useLanguage();
  return (
    <article className="timeline-event">
      <p className="timeline-event-about">
        <FuzzyDate date={event.date} />
        <span>{kindLabel(event.kind, tag)}</span>
        <Evidence of={event.id} about={event.title} />
        {event.disagreements.length > 0 && <Disagree />}
      </p>
      <h3>
        <ThingLink slug={event.slug} kind={event.kind} name={event.title} />
      </h3>
      <Participants event={event} />
    </article>
  );
}

/** Who took part in an event, by what they were in it. */
function Participants({ event }: { readonly event: DrawnEvent }) {
  const roles = [...new Set(event.participants.map(({ label }) => label))];
  return (
    <dl className="timeline-participants">
      {roles.map((role) => (
        <Fragment key={role}>
          <dt>{role}</dt>
          {event.participants
            .filter(({ label }) => label === role)
            .map(({ entity }) => (
              <dd key={entity.slug}>
                <ThingLink {...entity} />
              </dd>
            ))}
        </Fragment>
      ))}
    </dl>
  );
}
