import type { GraphStore } from './graph/store.ts';
import { createLoaders, type Loaders } from './loaders/index.ts';

/** The languages names and labels come in. */
export type Language = 'EN' | 'KO';

/** What a request carries to every resolver. */
export type Context = {
  /** The language of names where a query does not ask for one. */
  readonly language: Language;
  readonly loaders: Loaders;
};

/** How long one statement of a request may take. A cold Neo4j plans a large filter for seconds; none should take more. */
const readTimeoutMs = 30_000;

/** Creates the context of one request; `signal` abandons its reads when the client goes away. */
export function createContext(request: {
  store: GraphStore;
  language: Language;
  signal?: AbortSignal;
}): Context {
  const { store, language, signal } = request;
  return { language, loaders: createLoaders({ store, options: { signal, timeoutMs: readTimeoutMs } }) };
}
