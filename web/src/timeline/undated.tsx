import { More } from '../components/more.tsx';
import { useMore } from '../graphql/use-more.ts';
import { useText } from '../i18n/language.tsx';
import { EventRow } from './event-row.tsx';
import { moreEventsQuery, type TimelineAnswer, type TimelineVariables } from './timeline-query.ts';

type UndatedProps = {
  readonly events: TimelineAnswer['undated'];
  readonly variables: TimelineVariables;
};

/** The events to which no source gives a date: they have no place in a drawing of time. Nothing where there are none. */
export function Undated({ events, variables }: UndatedProps) {
  const { timeline } = useText();
  const { undated, kinds, language } = variables;
  const rows = useMore(events, {
    query: moreEventsQuery,
    variables: (after) => ({ drawn: undated, kinds, language, after }),
    pick: (page) => page.events,
  });
  if (events.totalCount === 0) return null;
  return (
    <section className="timeline-undated" aria-labelledby="undated">
      <h2 id="undated">
        {timeline.undated} <span className="section-count numbers">{events.totalCount}</span>
      </h2>
      <ul>
        {rows.edges.map(({ node }) => (
          <li key={node.id}>
            <EventRow event={node} />
          </li>
        ))}
      </ul>
      <More rows={rows} total={events.totalCount} />
    </section>
  );
}
