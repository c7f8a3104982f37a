import type { GraphQLError } from 'graphql';
import type { FetchAPI, Plugin } from 'graphql-yoga';
import { type Connected, countedFor } from './limits/client.ts';
import { createPlaces, shareOf } from './limits/places.ts';
import type { LimitOptions } from './limits/plugin.ts';
import { refusal } from './limits/refusal.ts';

/** Says how many writes the graph that an answer is of had seen at least; sent with a question, how many it must have. */
export const revisionHeader = 'throughline-revision';

/** Waits until the graph has seen so many writes; tells whether it has within a time. */
export type Reach = (
  revision: number,
  options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
) => Promise<boolean>;

/** How long a question waits for the graph it asks for. */
const patienceMs = 5_000;
/** How many questions wait at one time: each holds a place among those that are answered, and anyone can ask for what will never be. */
const mostWaiting = 16;
/** How soon whoever waited in vain may try again, in seconds. */
const retryAfter = 1;

/**
 * Lets who has written read what was written, whichever process answers: a question that says which revision it must see
 * waits for that, some seconds at most, before anything is read or given from what is kept. One client may take only its
 * share of the places to wait.
 */
export function useRevision(reach: Reach, { limits, proxies }: LimitOptions, timeoutMs = patienceMs): Plugin {
  const share = shareOf(mostWaiting, limits.share);
  const places = createPlaces(mostWaiting, share);

  /** Who need not wait is let through, however many do. */
  async function isReached(
    revision: number,
    client: string,
    signal: AbortSignal,
  ): Promise<boolean | GraphQLError> {
    if (await reach(revision, { timeoutMs: 0, signal })) return true;
    const leave = places.take(client);
    if (leave === 'SHARE_TAKEN') return refusal('shareOfWaits', { shareOfWaits: share });
    if (leave === 'ALL_TAKEN') return false;
    return reach(revision, { timeoutMs, signal }).finally(leave);
  }

  return {
    onRequest({ request, endResponse, fetchAPI, serverContext }) {
      const wanted = request.headers.get(revisionHeader);
      if (wanted === null) return undefined;
      if (!/^\d{1,15}$/.test(wanted)) {
        const message = `The header ${revisionHeader} is no revision: send one that a mutation or an answer gave.`;
        return endResponse(refused(400, 'BAD_USER_INPUT', message, fetchAPI));
      }
      const client = countedFor(request, serverContext as Connected, proxies);
      return isReached(Number(wanted), client, request.signal).then((is) => {
        if (is === true) return;
        const message = `The graph is not at revision ${wanted} here yet; try again, or leave the header ${revisionHeader} out.`;
        endResponse(
          is === false
            ? refused(503, 'BEHIND', message, fetchAPI)
            : refused(429, String(is.extensions.code), is.message, fetchAPI),
        );
      });
    },
  };
}

function refused(status: number, code: string, message: string, { Response }: FetchAPI): Response {
  const headers = {
    'cache-control': 'no-store',
    ...(status !== 400 && { 'retry-after': String(retryAfter) }),
  };
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status, headers });
}
