import type { RequestListener } from 'node:http';
import { remembering } from './remembering.ts';

const isHost = remembering((host) => URL.canParse(`http://${host || 'localhost'}`));

/**
 * Puts a guard before the handler. The handler builds an address from the Host header, and when that is no address
 * the library beneath yoga answers with the stack of the failure, before any plugin could stop it.
 */
export function guardHost(handler: RequestListener): RequestListener {
  return (request, response) => {
    if (isHost(request.headers.host ?? null)) {
      handler(request, response);
      return;
    }
    const message = 'The Host header is not a host.';
    response.writeHead(400, { 'content-type': 'application/json; charset=utf-8', connection: 'close' });
    response.end(JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] }));
  };
}
