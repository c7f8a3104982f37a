import { useText } from '../i18n/language.tsx';
import { EventRow } from './event-row.tsx';
import type { TimelineAnswer } from './timeline-query.ts';

/** The events to which no source gives a date: they have no place in a drawing of time. Nothing where there are none. */
export function Undated({ events }: { readonly events: TimelineAnswer['undated'] }) {
  const { timeline, app } = useText();
  if (events.totalCount === 0) return null;
  return (
    <section className="timeline-undated" aria-labelledby="undated">
      <h2 id="undated">
        {timeline.undated} <span className="section-count numbers">{events.totalCount}</span>
      </h2>
      <ul>
        {events.edges.map(({ node }) => (
          <li key={node.id}>
            <EventRow event={node} />
          </li>
        ))}
      </ul>
      {events.totalCount > events.edges.length && (
        <p>{app.shownOf(events.edges.length, events.totalCount)}</p>
      )}
    </section>
  );
}
