import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { leavePlace } from '../busy-guard.ts';
import { countedFor } from '../limits/client.ts';
import { createPlaces, shareOf } from '../limits/places.ts';
import type { LimitOptions } from '../limits/plugin.ts';
import { refusal } from '../limits/refusal.ts';
import { eventStream, type StreamOptions } from './event-stream.ts';
import { eventIdOf, subscribe } from './subscribe.ts';

/** What yoga's context says of the connection; nothing where a request came without one, as in tests. */
type Answering = { readonly req?: IncomingMessage; readonly res?: ServerResponse };

const mediaType = 'text/event-stream';

/** How soon whoever found no place may try again, in seconds. */
const retryAfter = 5;

/**
 * Answers subscriptions by server-sent events, to so many at one time, of which one client may have its share. Each holds
 * its connection and nothing else: not a place among the operations that are answered, for those end.
 */
export function useSubscriptions({ limits, proxies }: LimitOptions, times?: StreamOptions['times']): Plugin {
  const most = limits.subscribers || Number.POSITIVE_INFINITY;
  const share = shareOf(most, limits.share);
  const free = createPlaces(most, share);
  const places = new WeakMap<Request, () => void>();

  /** Takes a place until the request ends; gives what its client is refused with where there is none. */
  function takePlace(request: Request, answering: Answering): GraphQLError | undefined {
    const taken = free.take(countedFor(request, answering, proxies));
    if (taken === 'ALL_TAKEN') return refusal('subscribers', limits, { retryAfter });
    if (taken === 'SHARE_TAKEN')
      return refusal('shareOfSubscribers', { shareOfSubscribers: share }, { retryAfter });
    const leave = () => {
      places.delete(request);
      taken();
    };
    places.set(request, leave);
    request.signal.addEventListener('abort', leave, { once: true });
    const { res } = answering;
    // Of one who leaves early no signal tells, and nothing is ever sent to.
    res?.once('close', leave);
    if (res?.closed || res?.destroyed) leave();
    return undefined;
  }

  return {
    onSubscribe({ args, setSubscribeFn, setResultAndStopExecution }) {
      const { request, ...answering } = args.contextValue as Answering & { readonly request: Request };
      const refuse = (error: GraphQLError) => setResultAndStopExecution({ errors: [error] });
      if (!request.headers.get('accept')?.toLowerCase().includes(mediaType)) return refuse(notAcceptable());
      const error = takePlace(request, answering);
      if (error) return refuse(error);
      setSubscribeFn(subscribe);
      return {
        onSubscribeResult({ result }) {
          if (!(Symbol.asyncIterator in result)) places.get(request)?.();
        },
      };
    },
    onResultProcess({ request, result, setResultProcessor, serverContext }) {
      if (!(Symbol.asyncIterator in result)) return;
      const { res } = serverContext as Answering;
      setResultProcessor((results, { Response }) => {
        if (res) leavePlace(res);
        const body = eventStream(results as AsyncIterable<ExecutionResult>, {
          idOf: eventIdOf,
          onEnd: () => places.get(request)?.(),
          cut: () => res?.destroy(),
          ...(times && { times }),
        });
        return new Response(body, { headers });
      }, mediaType);
    },
  };
}

/** A proxy that gathers what it passes on would keep events back. */
const headers = {
  'content-type': mediaType,
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
};

function notAcceptable(): GraphQLError {
  return new GraphQLError(`Subscriptions are answered by events: send the header "accept: ${mediaType}".`, {
    extensions: { code: 'NOT_ACCEPTABLE', http: { status: 406 } },
  });
}
