import type { ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Limits } from '../limits.ts';
import { busyRetryAfter, takePlace } from './busy-guard.ts';
import { isResponse } from './is-response.ts';
import { refusal } from './limits/refusal.ts';

/**
 * Bounds what is read of a request, and blames the sender for what cannot be read.
 * Yoga's own limit copies every body through a stream, which halves the requests a second; this one trusts a
 * declared length, which node:http holds the sender to, and counts only bodies that declare none.
 */
export function useReadRequest(limits: Limits): Plugin {
  const most = limits.body || Number.POSITIVE_INFINITY;
  const tooLarge = () => refusal('body', limits);
  return {
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI, serverContext }) {
      const declared = request.headers.get('content-length');
      if (Number(declared) > most) throw tooLarge();
      if (request.method === 'POST' && (!requestParser || isForm(request))) throw unreadable();
      if (!requestParser) return;
      const read = (whole: Request) =>
        blame(() => {
          if (declared !== null || !whole.body) return requestParser(whole);
          const { url, method, headers, signal } = whole;
          return readAtMost(most, whole.body, tooLarge).then((body) =>
            requestParser(new fetchAPI.Request(url, { method, headers, signal, body })),
          );
        });
      setRequestParser(async (whole) => {
        const params = await read(whole);
        // Yoga, and what follows here, would take it for an answer.
        if (isResponse(params) && !(params instanceof fetchAPI.Response))
          throw unlike(400, 'BAD_REQUEST', 'A request has no "headers" and no "status" in its body.');
        if (!takePlace((serverContext as { readonly res?: ServerResponse }).res))
          throw refusal('concurrent', limits, { retryAfter: busyRetryAfter });
        return params;
      });
    },
  };
}

async function readAtMost(
  limit: number,
  body: ReadableStream<Uint8Array>,
  tooLarge: () => GraphQLError,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > limit) {
      discard(reader);
      throw tooLarge();
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
}

/** Lets the sender finish, so that it reads the answer: to cancel would cut the connection. The server's time limit ends it. */
async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // The sender has gone, and took nothing of value along.
  }
}

/** Reading fails on what was sent, such as `?variables={` or half a body: no fault of ours, to be masked and logged. */
async function blame<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof GraphQLError) throw error;
    throw unlike(400, 'BAD_REQUEST', 'The request is not well-formed GraphQL over HTTP.');
  }
}

/** What a page of any other site can send without asking first. */
function isForm(request: Request): boolean {
  return /^\s*(application\/x-www-form-urlencoded|multipart\/|text\/)/i.test(
    request.headers.get('content-type') ?? '',
  );
}

function unreadable(): GraphQLError {
  return unlike(
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'Send JSON, with the header "content-type: application/json".',
  );
}

function unlike(status: number, code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
