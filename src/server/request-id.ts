import { randomUUID } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';
import { openRecord, recordOf } from './request-record.ts';

const header = 'x-request-id';
/** What a proxy sends as an id; anything else could forge lines in a log. */
const valid = /^[\w.:/+=-]{1,128}$/;

/** W3C Trace Context: the version, the trace, the span, the flags. */
const traceparent = /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}/;

/** Gives every request an id, its sender's if that is one, and answers with it. */
export function useRequestId(): Plugin {
  return {
    onRequest({ request }) {
      const given = request.headers.get(header);
      openRecord(request, given && valid.test(given) ? given : randomUUID());
      const trace = traceparent.exec(request.headers.get('traceparent') ?? '')?.[1];
      if (trace) recordOf(request).trace = trace;
    },
    onResponse({ request, response }) {
      response.headers.set(header, recordOf(request).id);
    },
  };
}
