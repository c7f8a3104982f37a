import { currentRevision } from '../graph/statements/load.ts';
import type { GraphStore } from '../graph/store.ts';
import type { Dossier } from './format.ts';
import { type Change, type Comparison, compare, isNothing, replace } from './replace.ts';

/** What a load did, by article id, and the number of writes the graph has then seen. */
export type LoadResult = {
  readonly revision: number;
  readonly loaded: string[];
  readonly unchanged: string[];
  readonly removed: string[];
};

/**
 * With `removeOthers`, articles stored but not given are removed: the graph then says what the dossiers say; with
 * `keepClients` beside it, what clients have stored stays.
 */
export type LoadOptions = Pick<Change, 'removeOthers' | 'keepClients'>;

/**
 * Stores dossiers in one transaction, all or nothing. A dossier stored before is replaced: what it no longer says
 * goes, what other dossiers say stays. Nothing is written where nothing changed.
 * Throws DossierError where dossiers contradict one another about what a thing is, and StoreError.
 */
export async function loadDossiers(
  graph: GraphStore,
  dossiers: readonly Dossier[],
  options: LoadOptions = {},
): Promise<LoadResult> {
  const change = { put: dossiers, ...options };
  const before = await compare((statement, params) => graph.read(statement, params), change);
  if (isNothing(before)) {
    const [row] = await graph.read(currentRevision, {});
    return result(before, row?.revision ?? 0);
  }
  const { comparison, revision } = await graph.write((transaction) => replace(transaction, change, null));
  return result(comparison, revision);
}

function result({ changed, unchanged, removed }: Comparison, revision: number): LoadResult {
  return {
    revision,
    loaded: changed.map(({ article }) => article.id),
    unchanged: [...unchanged],
    removed: [...removed],
  };
}
