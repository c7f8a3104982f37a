/** Values by key, as many as fit into a number of bytes: those not asked for the longest go first. */
export type Cache<T> = {
  get(key: string): T | undefined;
  set(key: string, value: T, bytes: number): void;
  clear(): void;
};

/** What an entry takes besides its value: the key, the maps' own. */
const entryBytes = 500;

/** Creates an empty cache. */
export function createCache<T>(mostBytes: number): Cache<T> {
  // In the order they were last asked for: a map lists its keys as they were put in.
  const entries = new Map<string, { readonly value: T; readonly bytes: number }>();
  let total = 0;

  function remove(key: string): void {
    total -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  }

  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, valueBytes) {
      const bytes = valueBytes + entryBytes;
      remove(key);
      if (bytes > mostBytes) return;
      entries.set(key, { value, bytes });
      total += bytes;
      for (const oldest of entries.keys()) {
        if (total <= mostBytes) break;
        remove(oldest);
      }
    },
    clear() {
      entries.clear();
      total = 0;
    },
  };
}
