import type { GraphQLSchema } from 'graphql';
import type { Random } from '../support/generated/random.ts';
import type { Pool } from '../support/operations.ts';
import { type Hostile, hostileRequest } from './requests.ts';

/** Answers a request as the service does. */
export type Answering = (body: string) => Promise<Response>;

/** An answer that no request may get: the request, and what is wrong with it. */
export type Unexpected = { readonly request: Hostile; readonly fault: string };

/** The statuses that a request can have coming to it. */
const statuses: ReadonlySet<number> = new Set([200, 400, 405, 413, 415, 429]);

/** What tells of the inside of the service. */
const telling =
  /node_modules|\bat [\w.<>]+ \(|\.ts:\d|Neo\.ClientError|Neo4jError|GrafeoError|Unexpected error/;

/** How long the service may take by its own rule, and what a busy machine adds. */
const mostMs = 30_000 + 2_000;

/** Sends hostile requests until `isOver`; gives how many of each sort were sent, and what nobody should have got. */
export async function attack(
  answering: Answering,
  { random, schema, pool }: { readonly random: Random; readonly schema: GraphQLSchema; readonly pool: Pool },
  isOver: (sent: number) => boolean,
): Promise<{ readonly sent: ReadonlyMap<string, number>; readonly unexpected: readonly Unexpected[] }> {
  const sent = new Map<string, number>();
  const unexpected: Unexpected[] = [];
  for (let count = 0; !isOver(count); count += 1) {
    const request = hostileRequest(random, schema, pool);
    const fault = await faultOf(answering, request);
    if (fault) unexpected.push({ request, fault });
    sent.set(request.sort, (sent.get(request.sort) ?? 0) + 1);
  }
  return { sent, unexpected };
}

async function faultOf(answering: Answering, { body }: Hostile): Promise<string | undefined> {
  const began = performance.now();
  const response = await answering(body);
  const text = await response.text();
  const ms = performance.now() - began;
  if (ms > mostMs) return `took ${Math.round(ms)} ms`;
  if (!statuses.has(response.status)) return `was answered with ${response.status}: ${text.slice(0, 300)}`;
  const [told] = telling.exec(text) ?? [];
  return told === undefined || body.includes(told)
    ? uncoded(text)
    : `was told of the inside: ${text.slice(0, 300)}`;
}

/** An error without a code, of which a client could make nothing. */
function uncoded(text: string): string | undefined {
  const { errors = [] } = JSON.parse(text) as {
    errors?: { message: string; extensions?: { code?: string } }[];
  };
  const error = errors.find(({ extensions }) => !extensions?.code);
  return error && `was given an error without a code: ${error.message.slice(0, 300)}`;
}
