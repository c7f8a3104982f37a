import type { Plugin } from 'graphql-yoga';
import { recordOf } from '../request-record.ts';
import { pageHeaders } from '../security-headers.ts';
import { type FetchAPI, fileResponse, forEver } from '../static-file.ts';
import type { Explorer } from './files.ts';
import { contentSecurityPolicy, notBuiltPage } from './page.ts';
import { isExplorerPath } from './routes.ts';

/** Vite puts a hash of the content into the names of all that is there. */
const hashed = '/assets/';

/**
 * Serves the explorer: its page to a browser at each of its addresses, and its files. Whoever asks for the root and is
 * no browser is led to the API, as ever; all else is none of the explorer's.
 */
export function useExplorer(explorer: Explorer | undefined): Plugin {
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      if (request.method !== 'GET') return;
      const { path } = recordOf(request);
      const response =
        fileAt(path, explorer, request, fetchAPI) ??
        (isExplorerPath(path) ? pageAt(path, explorer, request, fetchAPI) : undefined);
      if (response) endResponse(response);
    },
  };
}

function fileAt(
  path: string,
  explorer: Explorer | undefined,
  request: Request,
  fetchAPI: FetchAPI,
): Response | undefined {
  // The page itself stands at its views' addresses and not under the name of its file.
  if (path === '/index.html') return undefined;
  const file = explorer?.files.get(path);
  const caching = path.startsWith(hashed) ? forEver : 'no-cache';
  return file && fileResponse(file, request, fetchAPI, { 'cache-control': caching });
}

function pageAt(
  path: string,
  explorer: Explorer | undefined,
  request: Request,
  fetchAPI: FetchAPI,
): Response | undefined {
  const reads = request.headers.get('accept')?.includes('text/html');
  if (!reads) return path === '/' ? redirect('/graphql', fetchAPI) : undefined;
  if (!explorer) return path === '/' ? notBuilt(fetchAPI) : undefined;
  return fileResponse(explorer.page, request, fetchAPI, {
    'content-security-policy': contentSecurityPolicy,
    ...pageHeaders,
    'cache-control': 'no-cache',
    vary: 'accept, accept-encoding',
  });
}

function redirect(location: string, { Response }: FetchAPI): Response {
  return new Response(null, { status: 302, headers: { location, vary: 'accept' } });
}

function notBuilt({ Response }: FetchAPI): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', vary: 'accept' };
  return new Response(notBuiltPage, { status: 503, headers });
}
