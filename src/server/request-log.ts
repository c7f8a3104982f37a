import { type ExecutionArgs, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { nameOperation, recordOf } from './request-record.ts';

/** Probes, and files of the playground and the explorer, would drown the rest. */
const quiet = /^\/(health(\/|$)|metrics$|playground\/|assets\/|favicon\.svg$)/;

function nameExecuted({ args }: { readonly args: ExecutionArgs }): undefined {
  const operation = getOperationAST(args.document, args.operationName);
  if (operation?.name)
    nameOperation((args.contextValue as { readonly request: Request }).request, operation.name.value);
}

/** Writes one line for each request: what was asked for by name, how it ended, how long it took. Never variables. */
export function useRequestLog(logger: Logger): Plugin {
  return {
    onParams({ request, params }) {
      // For a document that does not get as far as being executed.
      if (typeof params.operationName === 'string') nameOperation(request, params.operationName);
    },
    onExecute: nameExecuted,
    onSubscribe: nameExecuted,
    onResponse({ request, response }) {
      const { id, trace, path, startedAt, operation, cached, identity } = recordOf(request);
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      const line = {
        requestId: id,
        trace,
        method: request.method,
        path,
        operation,
        status: response.status,
        cached,
        token: identity?.client ?? undefined,
        ms,
      };
      logger[quiet.test(path) ? 'debug' : 'info'](
        request.signal.aborted ? { ...line, aborted: true } : line,
        'request',
      );
    },
  };
}
