import { readFolder } from '../../src/dossier/folder.ts';
import type { Dossier } from '../../src/dossier/format.ts';

/** The dossiers of data/, which every test of the whole article reads. */
export async function articleDossiers(): Promise<Dossier[]> {
  const { files, problems } = await readFolder('data');
  if (problems.length > 0) throw new Error('data/ has problems; run `throughline validate`');
  return files.map(({ dossier }) => dossier);
}
