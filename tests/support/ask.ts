import { graphql } from 'graphql';
import { createContext, type Language } from '../../src/context.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { schema } from '../../src/schema/index.ts';

/** What came of one operation: its answer, and the names of the statements it took, in order. */
export type Answer = { data: Data; errors: string[]; codes: unknown[]; statements: string[] };

/** An answer's data, as deep as a test looks into it. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads what its own query selects
export type Data = any;

/** Runs one operation in a request of its own and counts its statements. */
export async function ask(
  store: GraphStore,
  source: string,
  options: { language?: Language; variables?: Record<string, unknown> } = {},
): Promise<Answer> {
  const statements: string[] = [];
  const counting: GraphStore = {
    ...store,
    read: (statement, params, limits) => {
      statements.push(statement.name);
      return store.read(statement, params, limits);
    },
    search: (request, limits) => {
      statements.push('search');
      return store.search(request, limits);
    },
  };
  const contextValue = createContext({ store: counting, language: options.language ?? 'EN' });
  const result = await graphql({ schema, source, contextValue, variableValues: options.variables });
  const errors = result.errors ?? [];
  return {
    data: result.data,
    errors: errors.map(({ message }) => message),
    codes: errors.map(({ originalError }) => (originalError as { code?: unknown } | undefined)?.code),
    statements,
  };
}
