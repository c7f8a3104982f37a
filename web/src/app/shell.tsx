import type { ReactNode } from 'react';
import { OfflineBanner } from '../components/offline-banner.tsx';
import { ForgetToken } from '../components/token.tsx';
import { SearchBox } from '../find/search-box.tsx';
import { useText } from '../i18n/language.tsx';
import { LanguageToggle } from './language-toggle.tsx';
import { Link } from './link.tsx';
import { addresses, type Route } from './routes.ts';
import './shell.css';
import { Tabs } from './tabs.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import { useArrival } from './use-arrival.ts';

type ShellProps = { readonly route: Route; readonly children: ReactNode };

/** What stands around every view: the way to it, the search box, and the choices of the reader. */
export function Shell({ route, children }: ShellProps) {
  const { app } = useText();
  useArrival();
  return (
    <div className={`shell shell-${route.view}`}>
      <a className="skip" href="#main">
        {app.skip}
      </a>
      <header className="shell-header">
        <div className="shell-bar">
          <Link className="shell-name" to={addresses.find}>
            <Mark />
            <span>{app.name}</span>
          </Link>
          {/* The empty page has the box at its centre. */}
          {route.view !== 'find' && (
            <div className="shell-search">
              <SearchBox />
            </div>
          )}
          <Tabs view={route.view} />
          <div className="shell-choices">
            <LanguageToggle />
            <ThemeChoice />
          </div>
        </div>
      </header>
      <OfflineBanner />
      <main id="main" className="shell-main" tabIndex={-1}>
        {children}
      </main>
      <footer className="shell-footer">
        <p>{app.tagline}</p>
        <a href="/graphql" target="_blank" rel="noreferrer">
          {app.playground}
          <span className="visually-hidden"> ({app.newTab})</span>
        </a>
        <ForgetToken />
      </footer>
    </div>
  );
}

function Mark() {
  return (
    <svg className="shell-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M3 16h26" />
      <circle cx="9" cy="16" r="4" />
      <circle cx="22" cy="16" r="4" />
    </svg>
  );
}
