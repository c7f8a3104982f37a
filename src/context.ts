import { setMaxListeners } from 'node:events';
import type { GraphStore, ReadOptions } from './graph/store.ts';
import { createLoaders, type Loaders } from './loaders/index.ts';

/** The languages names and labels come in. */
export type Language = 'EN' | 'KO';

/** What a request carries to every resolver. */
export type Context = {
  /** The language of names where a query does not ask for one. */
  readonly language: Language;
  readonly loaders: Loaders;
};

/**
 * Creates the context of one request; `signal` abandons its reads when the client goes away, and they are given up when
 * `seconds` are over since now (0: never).
 */
export function createContext(request: {
  store: GraphStore;
  language: Language;
  signal?: AbortSignal;
  seconds?: number;
}): Context {
  const { store, language, signal, seconds = 0 } = request;
  // Each statement under way listens to it.
  if (signal) setMaxListeners(0, signal);
  const deadline = performance.now() + seconds * 1000;
  const options: ReadOptions = {
    signal,
    // What is left, whenever a statement is about to be read.
    get timeoutMs() {
      return seconds > 0 ? Math.max(1, Math.ceil(deadline - performance.now())) : undefined;
    },
  };
  return { language, loaders: createLoaders({ store, options }) };
}
