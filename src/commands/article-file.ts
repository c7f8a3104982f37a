import { readFile } from 'node:fs/promises';
import { decodeUtf8 } from '../dossier/utf8.ts';
import { BadUserInput } from '../errors.ts';

/** The text of the article that `--text` names. */
export async function readArticleText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new BadUserInput(
      '--text',
      `${file}: ${cause.code === 'ENOENT' ? 'no such file' : `cannot be read (${cause.code})`}`,
    );
  });
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new BadUserInput('--text', `${file} is not UTF-8: save it as UTF-8`);
  return text;
}
