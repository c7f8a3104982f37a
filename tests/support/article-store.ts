import { loadDossiers } from '../../src/dossier/load.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { articleDossiers } from './article.ts';

/** Opens a store once, on first use, and loads the dossiers of data/ into it. */
export function articleStore(open: () => Promise<GraphStore>): () => Promise<GraphStore> {
  let loaded: Promise<GraphStore> | undefined;
  return () => {
    loaded ??= open().then(async (store) => {
      await loadDossiers(store, await articleDossiers());
      return store;
    });
    return loaded;
  };
}
