import { useText } from '../i18n/language.tsx';
import { Link } from './link.tsx';
import { addresses, type Route } from './routes.ts';

const icons = {
  find: <path d="M9 3a6 6 0 1 0 0 12A6 6 0 0 0 9 3Zm4.5 10.5L18 18" />,
  timeline: <path d="M2 10h16M5 6v8m5-10v12m5-9v6" />,
  graph: (
    <path d="M5 6.5 14 5M5.5 8l4 6m1.500 0L15 6.500M5 5a2 2 0 1 1 0 4 2 2 0 0 1 0-4Zm10-2a2 2 0 1 1 0 4 2 2 0 0 1 0-4Zm-5 10.500a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z" />
  ),
} as const;

const tabs = ['find', 'timeline', 'graph'] as const;

/** The ways to look; on a phone at the lower edge, where a thumb reaches them. */
export function Tabs({ view }: { readonly view: Route['view'] }) {
  const { app } = useText();
  return (
    <nav className="tabs" aria-label={app.views}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab}>
            <Link to={addresses[tab]} aria-current={tab === view ? 'page' : undefined}>
              <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                {icons[tab]}
              </svg>
              {app[tab]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
