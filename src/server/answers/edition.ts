import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeFolder, projectRoot } from '../../config.ts';

/** A name of the code that runs, with what it depends on: other code may answer otherwise of the same graph. */
export async function readEdition(): Promise<string> {
  const names = (await readdir(codeFolder, { recursive: true }))
    .filter((name) => /\.[jt]s$/.test(name))
    .sort();
  const paths = [...names.map((name) => join(codeFolder, name)), join(projectRoot, 'package-lock.json')];
  const digest = createHash('sha256');
  for (const text of await Promise.all(paths.map(readOrNothing))) digest.update(text).update('\0');
  return digest.digest('base64url');
}

async function readOrNothing(path: string): Promise<Buffer> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    // An installed package comes without its lock.
    if (error.code === 'ENOENT') return Buffer.of();
    throw error;
  });
}
