import type { GraphStore } from '../../graph/store.ts';
import { ClashError } from '../clashes.ts';
import { loadDossiers } from '../load.ts';
import { DossierError, formatProblem, type Problem } from '../problem.ts';
import { type BatchSize, batchesOf, type Located } from './batches.ts';
import type { Item } from './items.ts';

/** How far a stream is: dossiers stored, dossiers that were stored already, and the bytes of it read for that. */
export type StreamCounts = { readonly loaded: number; readonly unchanged: number; readonly done: number };

/** What a stream came to, and the number of writes the graph has then seen. */
export type StreamResult = StreamCounts & { readonly revision: number };

/** `onProgress` hears of every batch that is stored. */
export type StreamOptions = {
  readonly size?: BatchSize;
  readonly onProgress?: (counts: StreamCounts) => void;
};

const defaultSize: BatchSize = { dossiers: 200, bytes: 4_000_000 };

/**
 * Stores a stream of dossiers batch by batch: each batch in one transaction, and memory holds two of them. The graph is
 * then the same as if all were loaded together. Of a stream that was stopped, what is stored already is passed over.
 * Where two dossiers are of one article, the later one stands.
 * Throws DossierError at the first that is not sound, or that means another thing by an id than what is stored: those
 * before it are stored. Throws StoreError.
 */
export async function loadStream(
  graph: GraphStore,
  items: AsyncIterable<Item>,
  { size = defaultSize, onProgress = () => {} }: StreamOptions = {},
): Promise<StreamResult> {
  let result: StreamResult = { loaded: 0, unchanged: 0, done: 0, revision: 0 };
  const store = async (located: readonly Located[], done: number) => {
    if (located.length === 0) return;
    const dossiers = located.map(({ dossier }) => dossier);
    const { loaded, unchanged, revision } = await loadDossiers(graph, dossiers);
    result = {
      loaded: result.loaded + loaded.length,
      unchanged: result.unchanged + unchanged.length,
      done,
      revision,
    };
    onProgress(result);
  };
  for await (const { located, done, fault } of oneAhead(batchesOf(items, size))) {
    try {
      await store(located, done);
    } catch (error) {
      const clashing = located.find(({ dossier }) => isOf(error, dossier.article.id));
      if (!clashing || !(error instanceof ClashError)) throw error;
      await store(located.slice(0, located.indexOf(clashing)), done);
      throw stopped(clashing.name, [clashing.at(error.path, error.message)], result);
    }
    if (fault) throw stopped(fault.name, fault.problems, result);
  }
  return result;
}

const isOf = (error: unknown, article: string) => error instanceof ClashError && error.article === article;

function stopped(name: string, problems: readonly Problem[], counts: StreamCounts): DossierError {
  const count = counts.loaded + counts.unchanged;
  const before =
    count === 1
      ? 'the dossier before it is stored whole'
      : `the ${count} dossiers before it are stored whole`;
  const heading = `${name} cannot be loaded; ${before}:`;
  return new DossierError(problems, [heading, ...problems.map(formatProblem)].join('\n'));
}

/** Gives what `items` does, and asks for the next one while the one before is used. */
async function* oneAhead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = items.next();
  try {
    for (;;) {
      const { value, done } = await next;
      if (done) return;
      next = items.next();
      // Whoever uses the item may fail first; then nobody waits for this one.
      next.catch(() => {});
      yield value;
    }
  } finally {
    // Not waited for: what it is reading may never come.
    items.return(undefined).catch(() => {});
  }
}
