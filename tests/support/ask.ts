import { type ExecutionResult, execute, parse, validate } from 'graphql';
import { createContext, type Language } from '../../src/context.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { type Identity, scopes } from '../../src/identity.ts';
import { schema } from '../../src/schema/index.ts';
import { executeAhead } from '../../src/server/read-ahead.ts';

/** What came of one operation: its answer, and the names of the statements it took, in order. */
export type Answer = {
  data: Data;
  errors: string[];
  codes: unknown[];
  /** Where in the answer each error stands. */
  paths: string[];
  statements: string[];
};

/** An answer's data, as deep as a test looks into it. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads what its own query selects
export type Data = any;

/** How to ask; with `ahead: false`, every field reads for itself: the plain way, which reading ahead must agree with. */
export type AskOptions = { language?: Language; variables?: Record<string, unknown>; ahead?: boolean };

/** Runs one operation in a request of its own and counts its statements. */
export async function ask(store: GraphStore, source: string, options: AskOptions = {}): Promise<Answer> {
  const statements: string[] = [];
  const counting: GraphStore = {
    ...store,
    read: (statement, params, limits) => {
      statements.push(statement.name);
      return store.read(statement, params, limits);
    },
    search: (requests, limits) => {
      statements.push('search');
      return store.search(requests, limits);
    },
    // One engine has such counts at hand, another asks for them with a statement.
    orderedCounts: async (filter, by, limits) => {
      const counts = await store.orderedCounts(filter, by, limits);
      if (counts) statements.push(`ordered.${by}`);
      return counts;
    },
    shortestWays: async (request, limits) => {
      const ways = await store.shortestWays(request, limits);
      if (ways) statements.push('shortestWays');
      return ways;
    },
  };
  const result = await run(counting, source, options);
  const errors = result.errors ?? [];
  return {
    data: result.data,
    errors: errors.map(({ message }) => message),
    codes: errors.map(({ originalError }) => (originalError as { code?: unknown } | undefined)?.code),
    paths: errors.map(({ path }) => path?.join('.') ?? ''),
    statements,
  };
}

/** One who may see everything there is to ask for. */
const identity: Identity = { client: 'test', scopes: new Set(scopes) };

async function run(
  store: GraphStore,
  source: string,
  { language = 'EN', variables, ahead = true }: AskOptions,
): Promise<ExecutionResult> {
  const document = parse(source);
  const errors = validate(schema, document);
  if (errors.length > 0) return { errors };
  const contextValue = createContext({ store, language, identity });
  const args = { schema, document, contextValue, variableValues: variables };
  return ahead ? executeAhead(args) : execute(args);
}
