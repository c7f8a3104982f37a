import { type DossierFile, readFolder } from '../dossier/folder.ts';
import { DossierError } from '../dossier/problem.ts';
import { verifyPassages } from '../dossier/verify.ts';
import { BadUserInput } from '../errors.ts';
import { readArticleText } from './article-file.ts';
import { type Command, counted, reporting } from './command.ts';

/** `throughline verify [path] --text FILE`: whether the article says, word for word, what a dossier cites. */
export const verify: Command<{ readonly path: string; readonly text: string }> = reporting(
  async ({ path, text }, { print, printError }) => {
    const { dossier } = await onlyDossier(path);
    const findings = verifyPassages(dossier, await readArticleText(text));
    for (const { key, status, message } of findings) {
      const passage = dossier.passages[key];
      const place = `${key}, paragraph ${passage?.paragraph}, ${passage?.start}–${passage?.end}`;
      if (status === 'VERIFIED') print(`${status} ${place}: ${passage?.summary.en ?? passage?.summary.ko}`);
      else printError(`${status} ${place}: ${message}`);
    }
    const verified = findings.filter(({ status }) => status === 'VERIFIED').length;
    print(`${verified} of ${counted(findings.length, 'citation')} verified`);
    return verified === findings.length ? 0 : 1;
  },
);

async function onlyDossier(path: string): Promise<DossierFile> {
  const { files, problems } = await readFolder(path);
  if (problems.length > 0) throw new DossierError(problems);
  const [first, ...others] = files;
  if (first && others.length === 0) return first;
  const names = files.map(({ file }) => file).join(', ');
  throw new BadUserInput('path', `one text, and several dossiers: name the one it belongs to, of ${names}`);
}
