import { useTitle } from '../app/use-arrival.ts';
import { ViewHead } from '../components/view-head.tsx';
import { useText } from '../i18n/language.tsx';
import { Filters, useFilters } from './filters.tsx';
import { Timeline } from './timeline.tsx';

/** The view at /timeline. */
export function TimelineView() {
  const { app, timeline } = useText();
  const filters = useFilters();
  useTitle(app.timeline);
  return (
    <div className="timeline-view">
      <ViewHead title={app.timeline} lead={timeline.lead} />
      <Filters />
      <Timeline {...filters} />
    </div>
  );
}
