import { GraphQLError } from 'graphql';
import type { Limits } from '../../limits.ts';

/**
 * The limits that a request is refused for; what takes too long is given up by the store: see graph/bounds.ts. A share is
 * one of subscriptions or of waits.
 */
type Refusable = Exclude<keyof Limits, 'seconds' | 'share'> | 'shareOfSubscribers' | 'shareOfWaits';

/** What a client hears that asked for more than a limit allows: what was too much, how much is allowed, what to do. */
const messages: { readonly [L in Refusable]: (found: number, most: number) => string } = {
  cost: (found, most) =>
    `The operation may have to read ${found} records or more; at most ${most} are allowed. Ask for smaller pages (first), or less inside them.`,
  depth: (found, most) =>
    `The operation is ${found} fields deep or more; at most ${most} are allowed. Ask in several operations.`,
  aliases: (found, most) =>
    `The document has ${found} aliases; at most ${most} are allowed. Ask in several operations.`,
  directives: (found, most) => `The document has ${found} directives; at most ${most} are allowed.`,
  tokens: (_, most) =>
    `The document has more than ${most} words and signs. Ask in several operations, and send values as variables.`,
  values: (_, most) =>
    `The variables hold more than ${most} values, or are nested too deep. Ask in several operations.`,
  body: (_, most) => `The request is larger than ${most} bytes.`,
  concurrent: () => 'The service is busy; try again in a second.',
  subscribers: (_, most) => `There are ${most} subscriptions, and no more are allowed; try again later.`,
  shareOfSubscribers: (_, most) =>
    `This client has ${counted(most, 'subscription')}, and one client may have no more; end one, or try again later.`,
  shareOfWaits: (_, most) =>
    `This client has ${counted(most, 'question')} waiting for a revision, and one client may have no more; try again in a second.`,
  rate: (found, most) =>
    found > most
      ? `The operation costs ${found}, and a client may spend ${most} a minute. Ask for smaller pages (first), or less inside them.`
      : `This client has spent more than the ${most} of cost a minute that one may; try again later.`,
};

const codes: { readonly [L in Refusable]: string } = {
  cost: 'COST_LIMIT_EXCEEDED',
  depth: 'DEPTH_LIMIT_EXCEEDED',
  aliases: 'ALIASES_LIMIT_EXCEEDED',
  directives: 'DIRECTIVES_LIMIT_EXCEEDED',
  tokens: 'TOKENS_LIMIT_EXCEEDED',
  values: 'VALUES_LIMIT_EXCEEDED',
  body: 'REQUEST_TOO_LARGE',
  concurrent: 'BUSY',
  subscribers: 'BUSY',
  shareOfSubscribers: 'CLIENT_LIMIT_EXCEEDED',
  shareOfWaits: 'CLIENT_LIMIT_EXCEEDED',
  rate: 'RATE_LIMITED',
};

const statuses: Partial<Record<Refusable, number>> = {
  body: 413,
  concurrent: 503,
  subscribers: 503,
  shareOfSubscribers: 429,
  shareOfWaits: 429,
  rate: 429,
};

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

/** How a refusal is answered, besides what it says: the code and, where waiting helps, for how many seconds. */
export type Refusal = { readonly found?: number; readonly retryAfter?: number };

/** The error for a request that passes one of the limits. */
export function refusal(
  limit: Refusable,
  limits: { readonly [L in Refusable]?: number },
  { found = 0, retryAfter }: Refusal = {},
): GraphQLError {
  const status = statuses[limit] ?? 400;
  const headers = retryAfter === undefined ? undefined : { 'retry-after': String(retryAfter) };
  return new GraphQLError(messages[limit](found, limits[limit] ?? 0), {
    extensions: { code: codes[limit], http: { status, spec: status === 400, ...(headers && { headers }) } },
  });
}
