import type { Plugin } from 'graphql-yoga';
import { recordOf } from '../request-record.ts';
import { pageHeaders } from '../security-headers.ts';
import { type Assets, loadAssets } from './assets.ts';
import { contentSecurityPolicy, playgroundPage } from './page.ts';

const folder = '/playground/';
/** An address with its version names one content for ever. */
const forEver = 'public, max-age=31536000, immutable';

/** Serves the playground: its page to a browser at GET /graphql, its files, and a redirect from the root. */
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
      if (path === '/') {
        endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: '/graphql' } }));
        return undefined;
      }
      if (path === '/graphql' && request.headers.get('accept')?.includes('text/html')) {
        return assets().then(({ version }) =>
          endResponse(pageResponse(playgroundPage(examples, version), fetchAPI)),
        );
      }
      if (!path.startsWith(folder)) return undefined;
      return assets().then((loaded) => {
        const response = fileResponse(loaded, path.slice(folder.length), request, fetchAPI);
        if (response) endResponse(response);
      });
    },
  };
}

type FetchAPI = Pick<typeof globalThis, 'Response'>;

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

function fileResponse(
  { files }: Assets,
  name: string,
  request: Request,
  { Response }: FetchAPI,
): Response | undefined {
  const file = files.get(name);
  if (!file) return undefined;
  const zip = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  const body = new Uint8Array(zip ? file.zipped : file.plain);
  return new Response(body, {
    headers: {
      'content-type': file.type,
      'cache-control': forEver,
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
      ...(zip && { 'content-encoding': 'gzip' }),
    },
  });
}
