import { lazy, Suspense } from 'react';
import { ArticleView } from '../article/article-view.tsx';
import { NoSuchPage, Waiting } from '../components/states.tsx';
import { EntityView } from '../entity/entity-view.tsx';
import { EventView } from '../event/event-view.tsx';
import { EvidencePanel } from '../evidence/evidence-panel.tsx';
import { FindView } from '../find/find-view.tsx';
import { SearchView } from '../find/search-view.tsx';
import { Boundary } from './boundary.tsx';
import { useAddress } from './history.ts';
import { type Route, routeOf } from './routes.ts';
import { Shell } from './shell.tsx';

// These bring libraries for drawing, which nobody should wait for who does not look at a drawing.
const TimelineView = lazy(async () => ({
  default: (await import('../timeline/timeline-view.tsx')).TimelineView,
}));
const GraphView = lazy(async () => ({ default: (await import('../graph/graph-view.tsx')).GraphView }));

/** The explorer: the view that the address names, within what all views have around them. */
export function App() {
  const { path, params } = useAddress();
  const route = routeOf(path);
  const at = `${path}?${params}`;
  return (
    <Boundary at={at}>
      <Shell route={route}>
        <Boundary at={at}>
          <Suspense fallback={<Waiting lines={6} />}>
            <View route={route} />
          </Suspense>
        </Boundary>
        <Boundary at={at}>
          <EvidencePanel />
        </Boundary>
      </Shell>
    </Boundary>
  );
}

function View({ route }: { readonly route: Route }) {
  switch (route.view) {
    case 'find':
      return <FindView />;
    case 'search':
      return <SearchView />;
    case 'timeline':
      return <TimelineView />;
    case 'graph':
      return <GraphView />;
    // What is shown of one thing must never stand under the name of another, not even while waiting: hence the keys.
    case 'entity':
      return <EntityView key={route.slug} slug={route.slug} />;
    case 'event':
      return <EventView key={route.slug} slug={route.slug} />;
    case 'article':
      return <ArticleView key={route.slug} slug={route.slug} />;
    case 'unknown':
      return <NoSuchPage />;
  }
}
