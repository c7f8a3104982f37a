import { type DocumentNode, GraphQLError, type ParseOptions, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { defaultLimits, type Limits } from '../../limits.ts';
import { operationOf } from '../../operation.ts';
import { recordOf } from '../request-record.ts';
import { type Connected, clientOf } from './client.ts';
import { costOf } from './cost.ts';
import { countsOf, deepestValue, valuesIn } from './document.ts';
import { refusal } from './refusal.ts';

/** What holds for whom: the limits, and how many proxies stand before the service. */
export type LimitOptions = { readonly limits: Limits; readonly proxies: number };

/** The limits of a service that nobody has configured. */
export const usual: LimitOptions = { limits: defaultLimits, proxies: 0 };

const secondsOfRate = 60;

/**
 * Refuses what passes a limit, as early as it can be told, and tells everyone else what their operation cost. Cost is
 * counted before anything is read, and what a client spends is counted before it is answered.
 */
export function useLimits({ limits, proxies }: LimitOptions): Plugin<Connected> {
  const spending =
    limits.rate > 0 ? new RateLimiterMemory({ points: limits.rate, duration: secondsOfRate }) : undefined;
  const isOver = (limit: keyof Limits, found: number) => limits[limit] > 0 && found > limits[limit];

  return {
    onParams({ params }) {
      if (limits.values === 0 || !params.variables) return;
      const { values, depth } = valuesIn(params.variables, limits.values);
      if (isOver('values', values) || depth > deepestValue) throw refusal('values', limits);
    },
    onParse({ setParseFn }) {
      if (limits.tokens > 0)
        setParseFn((source: string, options?: ParseOptions) => parseAtMost(limits, source, options));
    },
    onValidate({ params: { documentAST }, setResult }) {
      const counts = countsOf(documentAST);
      const passed = (['aliases', 'directives'] as const).find((limit) => isOver(limit, counts[limit]));
      if (passed) setResult([refusal(passed, limits, { found: counts[passed] })]);
    },
    async onExecute({ args, setResultAndStopExecution }) {
      const operation = operationOf(args);
      if (!operation) return undefined;
      const refuse = (error: GraphQLError) => setResultAndStopExecution({ errors: [error] });
      const found = costOf(operation, limits);
      const record = recordOf(args.contextValue.request);
      record.cost = found.cost;
      for (const limit of ['depth', 'cost'] as const)
        if (isOver(limit, found[limit])) return void refuse(refusal(limit, limits, { found: found[limit] }));
      const wait =
        spending && (await spend(spending, record.token ?? clientOf(args.contextValue, proxies), found.cost));
      if (wait !== undefined) return void refuse(refusal('rate', limits, { retryAfter: wait }));
      return {
        onExecuteDone({ result, setResult }) {
          if (Symbol.asyncIterator in result) return;
          const cost = { requested: found.cost, ...(limits.cost > 0 && { limit: limits.cost }) };
          setResult({ ...result, extensions: { ...result.extensions, cost } });
        },
      };
    },
  };
}

function parseAtMost(limits: Limits, source: string, options: ParseOptions | undefined): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens: limits.tokens });
  } catch (error) {
    // Graphql has no other sign of it.
    const isTooLong = error instanceof GraphQLError && error.message.endsWith('tokens. Parsing aborted.');
    throw isTooLong ? refusal('tokens', limits) : error;
  }
}

/** Spends what an operation costs; gives the seconds until the client may go on where it has spent too much. */
async function spend(spending: RateLimiterMemory, client: string, cost: number): Promise<number | undefined> {
  try {
    await spending.consume(client, cost);
    return undefined;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.ceil(error.msBeforeNext / 1000);
    throw error;
  }
}
