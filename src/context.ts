import type { GraphStore, ReadOptions } from './graph/store.ts';
import { anyone, type Identity } from './identity.ts';
import { createLoaders, type Loaders } from './loaders/index.ts';
import type { Write, Writer } from './model/writes.ts';

/** The languages names and labels come in. */
export type Language = 'EN' | 'KO';

/** What a request carries to every resolver. */
export type Context = {
  /** The language of names where a query does not ask for one. */
  readonly language: Language;
  readonly loaders: Loaders;
  /** Who asks, and what it may do. */
  readonly identity: Identity;
  /** What changes the graph; nothing where the service only answers. */
  readonly writer: Writer | undefined;
  /** Tells of writes from where the client is; nothing where the service only answers. */
  readonly writes: (() => AsyncIterable<Write>) | undefined;
};

/** What bounds the reads of one request. A class: for each request, an object with a getter of its own is dear. */
class RequestBounds implements ReadOptions {
  readonly signal: AbortSignal | undefined;
  readonly #deadline: number;

  constructor(signal: AbortSignal | undefined, deadline: number) {
    this.signal = signal;
    this.#deadline = deadline;
  }

  /** What is left, whenever a statement is about to be read; no number where there is no end. */
  get timeoutMs(): number | undefined {
    if (this.#deadline === Number.POSITIVE_INFINITY) return undefined;
    return Math.max(1, Math.ceil(this.#deadline - performance.now()));
  }
}

/**
 * Creates the context of one request; `signal` abandons its reads when the client goes away, and they are given up when
 * `seconds` are over since now (0: never).
 */
export function createContext(request: {
  store: GraphStore;
  language: Language;
  signal?: AbortSignal;
  seconds?: number;
  identity?: Identity;
  writer?: Writer;
  writes?: () => AsyncIterable<Write>;
}): Context {
  const { store, language, signal, seconds = 0, identity = anyone, writer, writes } = request;
  const deadline = seconds > 0 ? performance.now() + seconds * 1000 : Number.POSITIVE_INFINITY;
  return {
    language,
    identity,
    writer,
    writes,
    loaders: createLoaders({ store, options: new RequestBounds(signal, deadline) }),
  };
}
