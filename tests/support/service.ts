import { pino } from 'pino';
import { createWriter } from '../../src/dossier/writer.ts';
import { createFeed } from '../../src/graph/feed.ts';
import { followed } from '../../src/graph/follow.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { Scope } from '../../src/identity.ts';
import { limitsOfOneClient } from '../../src/limits.ts';
import { schema } from '../../src/schema/index.ts';
import { createHandler, type HandlerParts } from '../../src/server/handler.ts';
import { makeToken } from '../../src/tokens.ts';
import type { Data } from './ask.ts';

/** A token for each set of scopes that tests act with. */
const made = new Map(
  (['read', 'write', 'audit', 'read write', 'read write audit'] as const).map((name) => [
    name,
    makeToken({ scopes: name.split(' ') as Scope[], days: 1 }),
  ]),
);

/** The scopes that a test can act with. */
export type Acting = 'read' | 'write' | 'audit' | 'read write' | 'read write audit';

/** The id under which the client of a token is known. */
export function clientOf(scopes: Acting): string {
  return made.get(scopes)?.stored.id ?? '';
}

/** The header that shows a token with some scopes. */
export function authorization(scopes: Acting): { authorization: string } {
  return { authorization: `Bearer ${made.get(scopes)?.token}` };
}

/** The answer to one operation over HTTP. */
export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data;
  readonly codes: readonly string[];
  readonly messages: readonly string[];
};

type Errors = readonly { readonly message: string; readonly extensions: { readonly code: string } }[];

/** The whole service over a store: HTTP, tokens, kept answers, what writes. */
export function serviceOf(store: GraphStore, parts: Partial<HandlerParts> = {}) {
  const lines: Record<string, unknown>[] = [];
  const logger = pino({ level: 'debug' }, { write: (line) => lines.push(JSON.parse(line)) });
  const following = followed(store);
  const tokens = new Map([...made.values()].map(({ stored }) => [stored.id, stored]));
  const handler = createHandler({
    schema,
    store: following,
    logger,
    examples: [],
    limits: limitsOfOneClient,
    identity: { required: false, tokens },
    answers: { state: following.state, edition: 'test', cacheBytes: 2 ** 20 },
    writer: createWriter(following),
    reach: following.reach,
    feed: createFeed(following, 50),
    ...parts,
  });
  const send = async (query: string, variables: object, headers: Record<string, string>) =>
    handler.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });

  /** Asks without a token, or with one that has some scopes. */
  async function ask(
    query: string,
    {
      variables = {},
      as,
      headers = {},
    }: { variables?: object; as?: Acting; headers?: Record<string, string> } = {},
  ): Promise<Answered> {
    const shown = as ? authorization(as) : {};
    const response = await send(query, variables, { ...shown, ...headers });
    const { data, errors = [] } = (await response.json()) as { data: Data; errors?: Errors };
    return {
      status: response.status,
      headers: response.headers,
      data,
      codes: errors.map(({ extensions }) => extensions.code),
      messages: errors.map(({ message }) => message),
    };
  }

  return { ask, send, lines, store: following, handler };
}
