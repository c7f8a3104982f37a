import type { GraphStore } from '../../graph/store.ts';
import { ClashError } from '../clashes.ts';
import { loadDossiers } from '../load.ts';
import { DossierError, formatProblem, type Problem } from '../problem.ts';
import { type BatchSize, batchesOf, type Located } from './batches.ts';
import { linesOf } from './lines.ts';

/** How far a stream is: dossiers stored, dossiers that were stored already, and bytes of it read for that. */
export type StreamCounts = { readonly loaded: number; readonly unchanged: number; readonly bytes: number };

/** What a stream came to, and the number of writes the graph has then seen. */
export type StreamResult = StreamCounts & { readonly revision: number };

/** `file` is the name that problems carry; `onProgress` hears of every batch that is stored. */
export type StreamOptions = {
  readonly file: string;
  readonly size?: BatchSize;
  readonly onProgress?: (counts: StreamCounts) => void;
};

const defaultSize: BatchSize = { dossiers: 200, bytes: 4_000_000 };

/**
 * Stores a stream of dossiers, a line of JSON each, batch by batch: each batch in one transaction, and memory holds two of
 * them. The graph is then the same as if all were loaded together. Of a stream that was stopped, what is stored already
 * is passed over. Where two lines have one article, the later one stands.
 * Throws DossierError at the first line that is no sound dossier, or that means another thing by an id than what is
 * stored: the lines before it are stored. Throws StoreError.
 */
export async function loadStream(
  graph: GraphStore,
  chunks: AsyncIterable<Uint8Array>,
  { file, size = defaultSize, onProgress = () => {} }: StreamOptions,
): Promise<StreamResult> {
  let result: StreamResult = { loaded: 0, unchanged: 0, bytes: 0, revision: 0 };
  const store = async (located: readonly Located[], bytes: number) => {
    if (located.length === 0) return;
    const load = await loadDossiers(
      graph,
      located.map(({ dossier }) => dossier),
    );
    result = {
      loaded: result.loaded + load.loaded.length,
      unchanged: result.unchanged + load.unchanged.length,
      bytes,
      revision: load.revision,
    };
    onProgress(result);
  };
  for await (const { located, bytes, problems } of oneAhead(batchesOf(linesOf(chunks), file, size))) {
    await store(located, bytes).catch(async (error: unknown) => {
      if (!(error instanceof ClashError)) throw error;
      const place = located.findIndex(({ dossier }) => dossier.article.id === error.article);
      await store(located.slice(0, place), bytes);
      throw stopped(
        located.slice(place, place + 1).map(({ at }) => at(error.path, error.message)),
        result,
      );
    });
    if (problems.length > 0) throw stopped(problems, result);
  }
  return result;
}

function stopped(problems: readonly Problem[], { loaded, unchanged }: StreamCounts): DossierError {
  const [first] = problems;
  const before = `the ${loaded + unchanged} dossiers before it are stored whole`;
  const heading = `line ${first?.line} of ${first?.file} cannot be loaded; ${before}:`;
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
