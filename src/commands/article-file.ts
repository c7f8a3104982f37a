import { readFile } from 'node:fs/promises';
import { decodeUtf8 } from '../dossier/utf8.ts';
import { BadUserInput } from '../errors.ts';

/** The text of the article that `--text` names. */
export async function readArticleText(file: string): Promise<string> {
  const refused = (message: string) => new BadUserInput('--text', `${file}: ${message}`);
  const bytes = await readFile(file).catch(({ code }: NodeJS.ErrnoException) => {
    throw refused(code === 'ENOENT' ? 'no such file' : `cannot be read (${code})`);
  });
  const text = decodeUtf8(bytes);
  if (text === undefined) throw refused('is not UTF-8: save it as UTF-8');
  return text;
}
