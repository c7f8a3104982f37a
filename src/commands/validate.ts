import { type DossierFile, type DossierFolder, readFolder } from '../dossier/folder.ts';
import { formatProblem } from '../dossier/problem.ts';
import { type Command, counted, type Output } from './command.ts';

/** `throughline validate [path]`: every problem of the dossiers at a path, or how much they say. */
export const validate: Command<{ readonly path: string }> = async ({ path }, output) => {
  const folder = await readFolder(path);
  if (printProblems(folder, output)) return 1;
  output.print(`${path}: ${contents(folder.files)}: no problems`);
  return 0;
};

/** Prints the problems of dossiers and their number; says whether there were any. */
export function printProblems({ problems, fileCount }: DossierFolder, { printError }: Output): boolean {
  for (const problem of problems) printError(formatProblem(problem));
  if (problems.length > 0) {
    printError(`${counted(problems.length, 'problem')} in ${counted(fileCount, 'file')}`);
  }
  return problems.length > 0;
}

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
