import { parseEdtf } from '../time/edtf.ts';
import type { Dossier } from './format.ts';

/**
 * Where several dossiers speak of one thing, the newest article's word stands and older ones fill what it leaves
 * open; lists are united. The same dossiers give the same graph in whatever order they were loaded.
 */

/** Dossiers, newest article first; articles of the same day by id. */
export function newestFirst(dossiers: readonly Dossier[]): Dossier[] {
  return byKey(dossiers, orderKey);
}

/** The place of a dossier in that order: the greatest comes first. */
export function orderKey({ article }: Dossier): string {
  return `${parseEdtf(article.published).latest ?? ''}\t${article.id}`;
}

/** Entries by a key of theirs, the greatest first. */
export function byKey<T>(entries: readonly T[], key: (entry: T) => string): T[] {
  return entries
    .map((entry) => ({ entry, key: key(entry) }))
    .sort((a, b) => (a.key < b.key ? 1 : -1))
    .map(({ entry }) => entry);
}

/** The first value that is given. */
export function firstGiven<T, V>(entries: readonly T[], pick: (entry: T) => V | null | undefined): V | null {
  for (const entry of entries) {
    const value = pick(entry);
    if (value !== undefined && value !== null) return value;
  }
  return null;
}

/** All values of all entries, each once, in the order they are first met. */
export function united<T, V>(entries: readonly T[], pick: (entry: T) => readonly V[]): V[] {
  return [...new Set(entries.flatMap(pick))];
}

/** Entries gathered by key, keys in the order they are first met. */
export function groupedBy<T, K>(entries: Iterable<T>, key: (entry: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const entry of entries) {
    const group = groups.get(key(entry));
    if (group) group.push(entry);
    else groups.set(key(entry), [entry]);
  }
  return groups;
}
