import { readFolder } from '../dossier/folder.ts';
import type { Dossier } from '../dossier/format.ts';
import { loadDossiers } from '../dossier/load.ts';
import { DossierError, formatProblem } from '../dossier/problem.ts';
import { type Command, counted } from './command.ts';
import { withStore } from './store.ts';

/** What `throughline load` is told. */
export type LoadArgs = { readonly path: string; readonly removeOthers?: boolean; readonly wait?: boolean };

/** `throughline load [path]`: stores the dossiers at a path, all of them or none. */
export const load: Command<LoadArgs> = async ({ path, removeOthers, wait }, output) => {
  const dossiers = await readSound(path);
  return withStore({ wait }, output, async (store) => {
    await store.ensureSchema();
    const { loaded, unchanged, removed, revision } = await loadDossiers(store, dossiers, { removeOthers });
    for (const [outcome, ids] of Object.entries({ loaded, unchanged, removed })) {
      for (const id of ids) output.print(`${outcome} ${id}`);
    }
    output.print(`${counted(loaded.length, 'dossier')} loaded; the graph is at revision ${revision}`);
    return 0;
  });
};

/** The dossiers at a path. Throws DossierError with every problem where not all of them can be used. */
export async function readSound(path: string): Promise<Dossier[]> {
  const { files, problems } = await readFolder(path);
  if (problems.length > 0) {
    const heading = `${counted(problems.length, 'problem')} in ${path}, and nothing was loaded:`;
    throw new DossierError(problems, [heading, ...problems.map(formatProblem)].join('\n'));
  }
  return files.map(({ dossier }) => dossier);
}
