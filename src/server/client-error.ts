import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { createSlot } from '../slot.ts';

/** What a sender is told of a request that node:http gave up before it was whole. */
const faults: { readonly [code: string]: Fault } = {
  ERR_HTTP_REQUEST_TIMEOUT: [
    '408 Request Timeout',
    'REQUEST_TIMEOUT',
    'The request took too long to arrive.',
  ],
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'HEADERS_TOO_LARGE',
    'The headers are too large.',
  ],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [
    '413 Payload Too Large',
    'REQUEST_TOO_LARGE',
    'The chunk extensions are too large.',
  ],
};

type Fault = readonly [status: string, code: string, message: string];

const malformed: Fault = ['400 Bad Request', 'BAD_REQUEST', 'The request is not well-formed HTTP.'];

/** The answers that are being made, by the connection they go to. */
const underWay = createSlot<object, ServerResponse>('answer');

/** Notes the answer that each request will get, for `tellOfClientErrors`. */
export function withClientErrors(handler: RequestListener): RequestListener {
  return (request, response) => {
    const { socket } = request;
    underWay.set(socket, response);
    response.once('close', () => {
      if (underWay.get(socket) === response) underWay.set(socket, undefined);
    });
    handler(request, response);
  };
}

/**
 * Tells who sent a request that cannot be read to its end what is wrong with it, with the headers that its answer was to
 * have: without them, a page elsewhere would not be let to read it. Node itself would say the status and no more.
 */
export function tellOfClientErrors(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const response = underWay.get(socket);
    if (!socket.writable || error.code === 'ECONNRESET' || response?.headersSent) {
      socket.destroy();
      return;
    }
    const [status, code, message] = faults[error.code ?? ''] ?? malformed;
    const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
    const headers = {
      ...response?.getHeaders(),
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      connection: 'close',
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${body}`, () => socket.destroy());
  });
}
