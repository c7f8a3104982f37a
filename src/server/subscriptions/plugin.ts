import type { ServerResponse } from 'node:http';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Limits } from '../../limits.ts';
import { leavePlace } from '../busy-guard.ts';
import { refusal } from '../limits/refusal.ts';
import { eventStream, type StreamOptions } from './event-stream.ts';
import { eventIdOf, subscribe } from './subscribe.ts';

/** What yoga's context says of the connection; nothing where a request came without one, as in tests. */
type Answering = { readonly res?: ServerResponse };

const mediaType = 'text/event-stream';

/**
 * Answers subscriptions by server-sent events, to so many at one time. Each holds its connection and nothing else: not a
 * place among the operations that are answered, for those end.
 */
export function useSubscriptions(limits: Limits, times?: StreamOptions['times']): Plugin {
  const most = limits.subscribers || Number.POSITIVE_INFINITY;
  const places = new WeakMap<Request, () => void>();
  let taken = 0;

  function takePlace(request: Request, res: ServerResponse | undefined): void {
    taken += 1;
    const leave = () => {
      if (!places.delete(request)) return;
      taken -= 1;
    };
    places.set(request, leave);
    request.signal.addEventListener('abort', leave, { once: true });
    // Of one who leaves early no signal tells, and nothing is ever sent to.
    res?.once('close', leave);
    if (res?.closed || res?.destroyed) leave();
  }

  return {
    onSubscribe({ args, setSubscribeFn, setResultAndStopExecution }) {
      const { request, res } = args.contextValue as Answering & { readonly request: Request };
      const refuse = (error: GraphQLError) => setResultAndStopExecution({ errors: [error] });
      if (!request.headers.get('accept')?.toLowerCase().includes(mediaType)) return refuse(notAcceptable());
      if (taken >= most) return refuse(refusal('subscribers', limits, { retryAfter: 5 }));
      takePlace(request, res);
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
