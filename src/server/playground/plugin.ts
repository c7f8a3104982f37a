import type { Plugin } from 'graphql-yoga';
import { recordOf } from '../request-record.ts';
import { pageHeaders } from '../security-headers.ts';
import { type FetchAPI, fileResponse, forEver } from '../static-file.ts';
import { type Assets, loadAssets } from './assets.ts';
import { contentSecurityPolicy, playgroundPage } from './page.ts';

const folder = '/playground/';

/** Serves the playground: its page to a browser at GET /graphql, and its files. */
export function usePlayground(examples: readonly string[]): Plugin {
  let loading: Promise<Assets> | undefined;
  const assets = (): Promise<Assets> => {
    loading ??= loadAssets();
    return loading;
  };
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      if (request.method !== 'GET') return undefined;
      const { path } = recordOf(request);
      if (path === '/graphql' && request.headers.get('accept')?.includes('text/html')) {
        return assets().then(({ version }) =>
          endResponse(pageResponse(playgroundPage(examples, version), fetchAPI)),
        );
      }
      if (!path.startsWith(folder)) return undefined;
      return assets().then(({ files }) => {
        const file = files.get(path.slice(folder.length));
        // The address carries the version.
        if (file) endResponse(fileResponse(file, request, fetchAPI, { 'cache-control': forEver }));
      });
    },
  };
}

function pageResponse(html: string, { Response }: FetchAPI): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
    ...pageHeaders,
    'cache-control': 'no-cache',
    vary: 'accept',
  };
  return new Response(html, { headers });
}
