import { More } from '../components/more.tsx';
import { Section } from '../components/section.tsx';
import { Nothing } from '../components/states.tsx';
import { EventList } from '../event/event-list.tsx';
import { useMore } from '../graphql/use-more.ts';
import { useLanguage } from '../i18n/language.tsx';
import { type EntityShown, moreEvents } from './entity-query.ts';

/** The events that an entity took part in, as a list; a drawing of them goes above the list. */
export function Events({ entity }: { readonly entity: EntityShown }) {
  const { language, text } = useLanguage();
  const { slug, timeline } = entity;
  const rows = useMore(timeline, {
    query: moreEvents,
    variables: (after) => ({ slug, after, language }),
    pick: (data) => data.entity?.timeline,
  });
  return (
    <Section id="events" title={text.entity.events} count={timeline.totalCount}>
      {rows.edges.length === 0 ? <Nothing>{text.entity.noEvents}</Nothing> : <EventList edges={rows.edges} />}
      <More rows={rows} total={timeline.totalCount} />
    </Section>
  );
}
