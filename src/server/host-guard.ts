import type { RequestListener } from 'node:http';
import { remembering } from './remembering.ts';

const isHost = remembering((host) => URL.canParse(`http://${host || 'localhost'}`));

/** What a request is for: a path, also of one that names the whole address, as requests to proxies do (RFC 9112, 3.2.2). */
function targetOf(url: string): string | null {
  if (url.startsWith('/')) return url;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/**
 * Puts a guard before the handler. The handler builds an address from the Host header, and of the target, and when that is no address
 * the library beneath yoga answers with the stack of the failure, before any plugin could stop it.
 */
export function guardHost(handler: RequestListener): RequestListener {
  return (request, response) => {
    const target = targetOf(request.url ?? '');
    if (target !== null && isHost(request.headers.host ?? null)) {
      request.url = target;
      handler(request, response);
      return;
    }
    const message =
      target === null ? 'The target of the request is not a path.' : 'The Host header is not a host.';
    response.writeHead(400, { 'content-type': 'application/json; charset=utf-8', connection: 'close' });
    response.end(JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] }));
  };
}
