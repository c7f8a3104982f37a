import type { Plugin } from 'graphql-yoga';
import { StoreError, ThroughlineError } from '../errors.ts';
import type { GraphStore } from '../graph/store.ts';
import { recordOf } from './request-record.ts';

/** A probe wants its answer soon: a store slower than this is as good as gone. */
const patienceMs = 2_000;

/**
 * Answers probes: GET /health/live with 200 as long as the process answers at all, GET /health (the same: /health/ready)
 * with 200 and the engine, or 503 and the code of what ails the store.
 */
export function useHealth(store: GraphStore, timeoutMs = patienceMs): Plugin {
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      const examination = { '/health': examine, '/health/ready': examine, '/health/live': alive }[
        recordOf(request).path
      ];
      if (!examination || !/^(GET|HEAD)$/.test(request.method)) return undefined;
      return examination(store, timeoutMs).then(({ status, body }) => {
        endResponse(fetchAPI.Response.json(body, { status, headers: { 'cache-control': 'no-store' } }));
      });
    },
  };
}

async function alive(): Promise<{ status: number; body: object }> {
  return { status: 200, body: { status: 'ok' } };
}

async function examine(store: GraphStore, timeoutMs: number): Promise<{ status: number; body: object }> {
  try {
    const { engine, version } = await within(timeoutMs, store.health());
    return { status: 200, body: { status: 'ok', engine, version } };
  } catch (error) {
    // Only the code: what the store says of itself is for the log, not for whoever can reach a probe.
    const code = error instanceof ThroughlineError ? error.code : 'INTERNAL_SERVER_ERROR';
    return { status: 503, body: { status: 'unavailable', code } };
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new StoreError('TIMEOUT', `The store did not answer within ${ms} ms.`)),
      ms,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
