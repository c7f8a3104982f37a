import { memo } from 'react';
import { Answered } from '../components/answered.tsx';
import { GraphqlLink } from '../components/graphql-link.tsx';
import { More } from '../components/more.tsx';
import type { ResultOf } from '../graphql/tada.ts';
import { useAnswer } from '../graphql/use-answer.ts';
import { useMore } from '../graphql/use-more.ts';
import { useText } from '../i18n/language.tsx';
import { EventRow } from './event-row.tsx';
import { type UndatedVariables, undatedQuery } from './timeline-query.ts';

type UndatedProps = { readonly variables: UndatedVariables };

/**
 * The events to which no source gives a date: they have no place in a drawing of time. Nothing where there are none. While
 * the drawing moves they stay as they are.
 */
export const Undated = memo(function Undated({ variables }: UndatedProps) {
  const answer = useAnswer(undatedQuery, variables);
  return (
    <Answered answer={answer} lines={2}>
      {({ events }) => events.totalCount > 0 && <UndatedEvents events={events} variables={variables} />}
    </Answered>
  );
});

type UndatedEventsProps = UndatedProps & { readonly events: ResultOf<typeof undatedQuery>['events'] };

function UndatedEvents({ events, variables }: UndatedEventsProps) {
  const { timeline } = useText();
  const rows = useMore(events, {
    query: undatedQuery,
    variables: (after) => ({ ...variables, after }),
    pick: (page) => page.events,
  });
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
      <GraphqlLink query={undatedQuery} variables={variables} of={timeline.undated} />
    </section>
  );
}
