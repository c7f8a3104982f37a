import { type DossierFile, readFolder } from '../dossier/folder.ts';
import type { PassageEntry } from '../dossier/format.ts';
import { type PassageFinding, verifyPassages } from '../dossier/verify.ts';
import { BadUserInput } from '../errors.ts';
import { readArticleText } from './article-file.ts';
import { type Command, counted, type Output } from './command.ts';
import { printProblems } from './validate.ts';

/** What `throughline verify` is told: a dossier, or a folder with one, and the text of its article. */
export type VerifyArgs = { readonly path: string; readonly text: string };

/** `throughline verify [path] --text FILE`: whether the article says, word for word, what a dossier cites. */
export const verify: Command<VerifyArgs> = async ({ path, text }, output) => {
  const folder = await readFolder(path);
  if (printProblems(folder, output)) return 1;
  const { dossier } = onlyOf(folder.files);
  const findings = verifyPassages(dossier, await readArticleText(text));
  for (const finding of findings) printFinding(finding, dossier.passages[finding.key], output);
  const verified = findings.filter(({ status }) => status === 'VERIFIED').length;
  output.print(`${verified} of ${counted(findings.length, 'citation')} verified`);
  return verified === findings.length ? 0 : 1;
};

function onlyOf(files: readonly DossierFile[]): DossierFile {
  const [first, ...others] = files;
  if (first && others.length === 0) return first;
  const names = files.map(({ file }) => file).join(', ');
  throw new BadUserInput('path', `one text, and several dossiers: name the one it belongs to, of ${names}`);
}

function printFinding(
  { key, status, message }: PassageFinding,
  passage: PassageEntry | undefined,
  { print, printError }: Output,
): void {
  const place = `${key}, paragraph ${passage?.paragraph}, ${passage?.start}–${passage?.end}`;
  if (status === 'VERIFIED') print(`${status} ${place}: ${passage?.summary.en ?? passage?.summary.ko}`);
  else printError(`${status} ${place}: ${message}`);
}
