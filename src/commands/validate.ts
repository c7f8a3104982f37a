import { type DossierFile, readFolder } from '../dossier/folder.ts';
import { formatProblem } from '../dossier/problem.ts';
import { type Command, counted, reporting } from './command.ts';

/** `throughline validate [path]`: every problem of the dossiers at a path, or how much they say. */
export const validate: Command<{ readonly path: string }> = reporting(async ({ path }, output) => {
  const { files, fileCount, problems } = await readFolder(path);
  for (const problem of problems) output.printError(formatProblem(problem));
  if (problems.length > 0) {
    output.printError(`${counted(problems.length, 'problem')} in ${counted(fileCount, 'file')}`);
    return 1;
  }
  output.print(`${path}: ${contents(files)}: no problems`);
  return 0;
});

function contents(files: readonly DossierFile[]): string {
  const dossiers = files.map(({ dossier }) => dossier);
  // Several dossiers may speak of one thing; a relationship or a passage is counted where it stands.
  const distinct = (entries: readonly { readonly id: string }[]) => new Set(entries.map(({ id }) => id)).size;
  return [
    counted(dossiers.length, 'dossier'),
    counted(distinct(dossiers.flatMap(({ entities }) => entities)), 'entity', 'entities'),
    counted(distinct(dossiers.flatMap(({ events }) => events)), 'event'),
    counted(dossiers.flatMap(({ relationships }) => relationships).length, 'relationship'),
    counted(dossiers.flatMap(({ passages }) => Object.keys(passages)).length, 'passage'),
  ].join(', ');
}
