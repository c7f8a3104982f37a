import type { Dossier } from '../../src/dossier/format.ts';
import { loadDossiers } from '../../src/dossier/load.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { articleDossiers } from './article.ts';

/** Opens a store once, on first use, and loads dossiers into it. */
export function loadedStore(
  open: () => Promise<GraphStore>,
  read: () => readonly Dossier[] | Promise<readonly Dossier[]>,
): () => Promise<GraphStore> {
  let loaded: Promise<GraphStore> | undefined;
  return () => {
    loaded ??= open().then(async (store) => {
      await loadDossiers(store, await read());
      return store;
    });
    return loaded;
  };
}

/** A store that holds the dossiers of data/. */
export function articleStore(open: () => Promise<GraphStore>): () => Promise<GraphStore> {
  return loadedStore(open, articleDossiers);
}
