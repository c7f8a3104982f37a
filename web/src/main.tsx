import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { App } from './app/app.tsx';
import { Boundary } from './app/boundary.tsx';
import './design/tokens.css';
import './design/base.css';
import './components/button.css';
import { Broken } from './components/states.tsx';
import { createClient } from './graphql/client.ts';
import { InBoth, LanguageProvider } from './i18n/language.tsx';
import { applyTheme } from './theme/theme.ts';

applyTheme();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    {/* What breaks before it is known which language is read is told in both. */}
    <Boundary
      at=""
      instead={(message) => (
        <InBoth>
          <Broken message={message} />
        </InBoth>
      )}
    >
      <Provider value={createClient()}>
        <LanguageProvider>
          <App />
        </LanguageProvider>
      </Provider>
    </Boundary>
  </StrictMode>,
);
