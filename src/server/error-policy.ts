import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { presentError, rootOf } from './present-error.ts';
import { type RequestRecord, recordOf } from './request-record.ts';

/**
 * Decides what a client sees of each error, and writes the rest to the log under the request's id.
 * It acts on the finished result, the one place that errors of reading, validating and executing all pass.
 */
export function useErrorPolicy(logger: Logger): Plugin {
  return {
    onResultProcess({ request, result, setResult }) {
      const record = recordOf(request);
      const treat = (one: ExecutionResult): ExecutionResult => treatResult(one, record, logger);
      if (Symbol.asyncIterator in result) setResult(mapEach(result, treat));
      else setResult(Array.isArray(result) ? result.map(treat) : treat(result));
    },
  };
}

function treatResult(result: ExecutionResult, record: RequestRecord, logger: Logger): ExecutionResult {
  if (!result.errors?.length) return result;
  const errors = result.errors.map((error) => {
    const presented = presentError(error, result);
    if (presented.concern !== 'none') report(presented.concern, error, record, logger);
    return presented.error;
  });
  return { ...result, errors };
}

function report(
  concern: 'trouble' | 'defect',
  error: GraphQLError,
  record: RequestRecord,
  logger: Logger,
): void {
  const line = { requestId: record.id, operation: record.operation, path: error.path, err: rootOf(error) };
  if (concern === 'defect') logger.error(line, 'unexpected error');
  else logger.warn(line, 'the store is in trouble');
}

async function* mapEach<T, U>(items: AsyncIterable<T>, change: (item: T) => U): AsyncGenerator<U> {
  for await (const item of items) yield change(item);
}
