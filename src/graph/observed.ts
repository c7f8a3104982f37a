import type { GraphStore, Observer } from './store.ts';

/** The same store, whose reads, searches, ordered lists, ways and writes an observer hears of. */
export function observed(store: GraphStore, observer: Observer): GraphStore {
  async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    let failed = true;
    try {
      const result = await work();
      failed = false;
      return result;
    } finally {
      observer(name, (performance.now() - began) / 1000, failed);
    }
  }
  return {
    ...store,
    read: (statement, params, options) => timed(statement.name, () => store.read(statement, params, options)),
    search: (requests, options) => timed('search', () => store.search(requests, options)),
    orderedIds: (request, options) => timed('orderedIds', () => store.orderedIds(request, options)),
    orderedCounts: (filter, by, options) =>
      timed('orderedCounts', () => store.orderedCounts(filter, by, options)),
    shortestWays: (request, options) => timed('shortestWays', () => store.shortestWays(request, options)),
    write: (work) => timed('write', () => store.write(work)),
  };
}
