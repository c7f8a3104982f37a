import { type DocumentNode, type ExecutionArgs, GraphQLError, type ParseOptions, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { defaultLimits, type Limits } from '../../limits.ts';
import { operationOf } from '../../operation.ts';
import { recordOf } from '../request-record.ts';
import { type Connected, countedFor } from './client.ts';
import { createCosting } from './cost.ts';
import { countsOf, deepestValue, valuesIn } from './document.ts';
import { refusal } from './refusal.ts';
import { createSpending } from './spending.ts';

/** What holds for whom: the limits, and how many proxies stand before the service. */
export type LimitOptions = { readonly limits: Limits; readonly proxies: number };

type Asking = Connected & { readonly request: Request };

/** The limits of a service that nobody has configured. */
export const usual: LimitOptions = { limits: defaultLimits, proxies: 0 };

/**
 * Refuses what passes a limit, as early as it can be told, and tells everyone else what their operation cost. Cost is
 * counted before anything is read, and what a client spends is counted before it is answered.
 */
export function useLimits({ limits, proxies }: LimitOptions): Plugin<Connected> {
  const spending = limits.rate > 0 ? createSpending(limits.rate) : undefined;
  const costOf = createCosting(limits);
  const isOver = (limit: keyof Limits, found: number) => limits[limit] > 0 && found > limits[limit];

  /** Counts what an operation costs, before it is done; gives what its client is refused with, if it is. */
  const spend = (args: ExecutionArgs): GraphQLError | undefined => {
    const operation = operationOf(args);
    if (!operation) return undefined;
    const found = costOf(operation);
    const passed = (['depth', 'cost'] as const).find((limit) => isOver(limit, found[limit]));
    if (passed) return refusal(passed, limits, { found: found[passed] });
    const context = args.contextValue as Asking;
    const record = recordOf(context.request);
    // What no minute has room for is not worth waiting for.
    if (isOver('rate', found.cost)) return refusal('rate', limits, { found: found.cost });
    const wait = spending?.spend(countedFor(context.request, context, proxies), found.cost);
    if (wait !== undefined) return refusal('rate', limits, { retryAfter: wait });
    record.cost = found.cost;
    return undefined;
  };

  return {
    onParams({ params }) {
      if (!params.variables) return;
      const { values, depth } = valuesIn(params.variables, limits.values || Number.POSITIVE_INFINITY);
      if (isOver('values', values) || depth > deepestValue) throw refusal('values', limits);
    },
    onParse({ setParseFn }) {
      setParseFn((source: string, options?: ParseOptions) => parseAtMost(limits, source, options));
    },
    onValidate({ params: { documentAST }, setResult }) {
      const counts = countsOf(documentAST);
      const passed = (['aliases', 'directives'] as const).find((limit) => isOver(limit, counts[limit]));
      if (passed) setResult([refusal(passed, limits, { found: counts[passed] })]);
    },
    onExecute({ args, setResultAndStopExecution }) {
      const error = spend(args);
      if (error) setResultAndStopExecution({ errors: [error] });
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const error = spend(args);
      if (error) setResultAndStopExecution({ errors: [error] });
    },
    onResultProcess({ request, result, setResult }) {
      const { cost: requested } = recordOf(request);
      if (requested === undefined || Symbol.asyncIterator in result || Array.isArray(result)) return;
      const cost = { requested, ...(limits.cost > 0 && { limit: limits.cost }) };
      setResult({ ...result, extensions: { ...result.extensions, cost } });
    },
  };
}

/** How deep an operation surely is that cannot be parsed for its depth. */
const deepestParsed = 500;

function parseAtMost(limits: Limits, source: string, options: ParseOptions | undefined): DocumentNode {
  try {
    return parse(source, { ...options, ...(limits.tokens > 0 && { maxTokens: limits.tokens }) });
  } catch (error) {
    // The parser calls itself for every level: what it has no stack for is deeper than any limit of depth.
    if (error instanceof RangeError) throw refusal('depth', limits, { found: deepestParsed });
    // Graphql has no other sign of it.
    const isTooLong = error instanceof GraphQLError && error.message.endsWith('tokens. Parsing aborted.');
    throw isTooLong ? refusal('tokens', limits) : error;
  }
}
