import { stat } from 'node:fs/promises';
import { dossierFiles, readFileAt } from '../folder.ts';
import type { ReadDossier } from '../read.ts';
import { linesOf } from './lines.ts';
import { readLine } from './read-line.ts';

/** A dossier of a stream, or its problems: how it is called, its bytes, and those of the stream up to its end. */
export type Item = {
  readonly read: ReadDossier;
  readonly name: string;
  readonly bytes: number;
  readonly done: number;
};

/** The dossiers of JSON lines, one a line. `file` is the name that problems carry. */
export async function* itemsOfLines(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Item> {
  let before = 0;
  for await (const line of linesOf(chunks)) {
    const { number, bytes: done } = line;
    yield { read: readLine(line, file), name: `line ${number} of ${file}`, bytes: done - before, done };
    before = done;
  }
}

/** The dossiers of files, in the order of their names, and how many bytes they are. */
export async function itemsOfFolder(path: string): Promise<{ items: AsyncGenerator<Item>; total: number }> {
  const files = await dossierFiles(path);
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  async function* items(): AsyncGenerator<Item> {
    let done = 0;
    for (const [place, file] of files.entries()) {
      const bytes = sizes[place] ?? 0;
      done += bytes;
      yield { read: await readFileAt(file), name: file, bytes, done };
    }
  }
  return { items: items(), total: sizes.reduce((sum, size) => sum + size, 0) };
}
