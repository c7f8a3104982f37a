import { More } from '../components/more.tsx';
import { Section } from '../components/section.tsx';
import { useMore } from '../graphql/use-more.ts';
import { useLanguage } from '../i18n/language.tsx';
import { EventList } from './event-list.tsx';
import { type EventShown, moreParts } from './event-query.ts';

/** The events that an event consists of; nothing where no source tells of any. */
export function Parts({ event }: { readonly event: EventShown }) {
  const { language, text } = useLanguage();
  const { slug, parts } = event;
  const rows = useMore(parts, {
    query: moreParts,
    variables: (after) => ({ slug, after, language }),
    pick: (data) => data.event?.parts,
  });
  if (rows.edges.length === 0) return null;
  return (
    <Section id="parts" title={text.event.parts} count={parts.totalCount}>
      <EventList edges={rows.edges} />
      <More rows={rows} total={parts.totalCount} />
    </Section>
  );
}
