import { useState } from 'react';
import '../components/data-table.css';
import { FuzzyDate } from '../components/fuzzy-date.tsx';
import { ShowMore } from '../components/show-more.tsx';
import { ThingLink } from '../components/thing-link.tsx';
import { kindLabel } from '../design/kinds.ts';
import { Disagree } from '../evidence/disagree.tsx';
import { Evidence } from '../evidence/evidence.tsx';
import { useLanguage } from '../i18n/language.tsx';
import type { DrawnEvent } from './timeline-query.ts';

/** So many rows at a time: a table of ten thousand would take a second to appear. */
const step = 100;

/** The drawing as a table: every event that is drawn, in order of time. */
export function EventTable({ events }: { readonly events: readonly DrawnEvent[] }) {
  const { tag, text } = useLanguage();
  const [shown, setShown] = useState(step);
  const { timeline } = text;
  return (
    <section className="data-table" aria-label={timeline.table}>
      <table>
        <caption className="visually-hidden">{timeline.table}</caption>
        <thead>
          <tr>
            <th scope="col">{timeline.columns.date}</th>
            <th scope="col">{timeline.columns.event}</th>
            <th scope="col">{timeline.columns.kind}</th>
            <th scope="col">{timeline.columns.who}</th>
            <th scope="col">{text.evidence.link}</th>
          </tr>
        </thead>
        <tbody>
          {events.slice(0, shown).map((event) => (
            <tr key={event.id}>
              <td>
                <FuzzyDate date={event.date} />
              </td>
              <th scope="row">
                <ThingLink slug={event.slug} kind={event.kind} name={event.title} />
              </th>
              <td>{kindLabel(event.kind, tag)}</td>
              <td>{[...new Set(event.participants.map(({ entity }) => entity.name))].join(', ')}</td>
              <td>
                <Evidence of={event.id} about={event.title} />
                {event.disagreements.length > 0 && <Disagree />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {events.length > shown && (
        <ShowMore shown={shown} all={events.length} more={() => setShown(shown + step)} />
      )}
    </section>
  );
}
