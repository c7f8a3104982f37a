import { lazy, Suspense, useMemo } from 'react';
import { More } from '../components/more.tsx';
import { Section } from '../components/section.tsx';
import { Nothing, Waiting } from '../components/states.tsx';
import { EventList } from '../event/event-list.tsx';
import { useMore } from '../graphql/use-more.ts';
import { useLanguage } from '../i18n/language.tsx';
import { type EntityShown, moreEvents } from './entity-query.ts';

// It brings a library for drawing, which the rest of the page need not wait for.
const Timeline = lazy(async () => ({ default: (await import('../timeline/timeline.tsx')).Timeline }));

/** The events that an entity took part in, as a drawing and as a list. */
export function Events({ entity }: { readonly entity: EntityShown }) {
  const { language, text } = useLanguage();
  const { slug, timeline } = entity;
  const rows = useMore(timeline, {
    query: moreEvents,
    variables: (after) => ({ slug, after, language }),
    pick: (data) => data.entity?.timeline,
  });
  const lanes = useMemo(() => [slug], [slug]);
  return (
    <Section id="events" title={text.entity.events} count={timeline.totalCount}>
      {rows.edges.length > 0 && (
        <Suspense fallback={<Waiting lines={4} />}>
          <Timeline lanes={lanes} embedded />
        </Suspense>
      )}
      {rows.edges.length === 0 ? <Nothing>{text.entity.noEvents}</Nothing> : <EventList edges={rows.edges} />}
      <More rows={rows} total={timeline.totalCount} />
    </Section>
  );
}
