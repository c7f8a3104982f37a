import { buildSchema, GraphQLError, GraphQLScalarType } from 'graphql';
import { pino } from 'pino';
import type { Context } from '../../src/context.ts';
import { BadUserInput, StoreError } from '../../src/errors.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { createHandler, type HandlerParts } from '../../src/server/handler.ts';

type Resolve = (source: unknown, args: Record<string, unknown>, context: Context) => unknown;

const fail = (error: Error) => () => {
  throw error;
};

const gate = { begin: () => {}, opened: Promise.resolve() };

/** Holds back whatever is asked for `held`: gives when somebody asks, and what lets all go. */
export function holdAnswers(): { readonly begun: Promise<void>; readonly release: () => void } {
  let release = () => {};
  gate.opened = new Promise((resolve) => {
    release = resolve;
  });
  const begun = new Promise<void>((resolve) => {
    gate.begin = resolve;
  });
  return { begun, release };
}

const resolvers: Record<string, Resolve> = {
  ok: () => 'yes',
  language: (_source, _args, { language }) => language,
  echo: (_source, { day }) => day,
  slow: () => new Promise((resolve) => setTimeout(resolve, 300, 'done')),
  held: () => {
    gate.begin();
    return gate.opened.then(() => 'done');
  },
  unexpected: fail(new Error('secret: password=hunter2')),
  needed: fail(new Error('secret too')),
  refused: fail(new BadUserInput('after', 'is not a cursor')),
  outage: fail(new StoreError('UNAVAILABLE', 'Neo4j cannot be reached.')),
  library: fail(new GraphQLError('a library says so')),
  coded: fail(new GraphQLError('too dear', { extensions: { code: 'TOO_DEAR' } })),
  tooBig: () => 3e9,
};

const day = new GraphQLScalarType({
  name: 'Day',
  parseValue(value) {
    if (value === 'typed') throw new BadUserInput('day', 'is not a day');
    if (value === 'plain') throw new TypeError('no such day');
    return value;
  },
});

/** A line of the log. */
export type Line = Record<string, unknown>;

type Answer = { data: unknown; errors: { message: string; extensions: unknown }[] };

/** A schema in which every kind of failure has a field. */
export const schema = buildSchema(`
  scalar Day
  type Query {
    ok: String language: String echo(day: Day, count: Int): String slow: String held: String
    unexpected: String needed: String! refused: String outage: String library: String coded: String tooBig: Int
  }
`);
for (const [name, field] of Object.entries(schema.getQueryType()?.getFields() ?? {})) {
  field.resolve = resolvers[name];
  for (const argument of field.args) if (String(argument.type) === 'Day') argument.type = day;
}
// For values of variables, whose types are looked up by name.
Object.assign(schema.getTypeMap(), { Day: day });

/** A store that is there, and holds nothing. */
export const store: GraphStore = {
  read: async () => [],
  shortestWays: async () => null,
  write: fail(new Error('not in these tests')),
  ensureSchema: async () => undefined,
  health: async () => ({ engine: 'embedded', version: '9.9' }),
  search: async (requests) => requests.map(() => ({ ids: [], cut: false })),
  orderedIds: async () => [],
  orderedCounts: async () => [],
  close: async () => undefined,
};

/** The edge around that schema, and every line it logs. */
export function edge(parts: Partial<HandlerParts> = {}) {
  const lines: Line[] = [];
  const logger = pino({ level: 'debug' }, { write: (line) => lines.push(JSON.parse(line)) });
  const handler = createHandler({ schema, store, logger, examples: [], ...parts });
  const fetch = async (path: string, init: RequestInit = {}) =>
    handler.fetch(`http://localhost${path}`, init);
  return { logger, lines, fetch };
}

/** A POST of an operation, as clients send it. */
export function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text };
}

/** The answer to one operation. */
export async function ask(query: string, variables?: object) {
  const { fetch, lines } = edge();
  const response = await fetch('/graphql', post({ query, variables }));
  return { status: response.status, lines, ...((await response.json()) as Answer) };
}
