import type { FetchAPI, Plugin } from 'graphql-yoga';

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
 * waits for that, some seconds at most, before anything is read or given from what is kept.
 */
export function useRevision(reach: Reach, timeoutMs = patienceMs): Plugin {
  let waiting = 0;

  /** Who need not wait is let through, however many do. */
  async function isReached(revision: number, signal: AbortSignal): Promise<boolean> {
    if (await reach(revision, { timeoutMs: 0, signal })) return true;
    if (waiting >= mostWaiting) return false;
    waiting += 1;
    return reach(revision, { timeoutMs, signal }).finally(() => {
      waiting -= 1;
    });
  }

  return {
    onRequest({ request, endResponse, fetchAPI }) {
      const wanted = request.headers.get(revisionHeader);
      if (wanted === null) return undefined;
      if (!/^\d{1,15}$/.test(wanted)) {
        const message = `The header ${revisionHeader} is no revision: send one that a mutation or an answer gave.`;
        return endResponse(refusal(400, 'BAD_USER_INPUT', message, fetchAPI));
      }
      return isReached(Number(wanted), request.signal).then((is) => {
        if (is) return;
        const message = `The graph is not at revision ${wanted} here yet; try again, or leave the header ${revisionHeader} out.`;
        endResponse(refusal(503, 'BEHIND', message, fetchAPI));
      });
    },
  };
}

function refusal(status: number, code: string, message: string, { Response }: FetchAPI): Response {
  const headers = {
    'cache-control': 'no-store',
    ...(status === 503 && { 'retry-after': String(retryAfter) }),
  };
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status, headers });
}
