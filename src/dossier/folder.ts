import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ThroughlineError } from '../errors.ts';
import { problemsAcross } from './across.ts';
import type { Dossier } from './format.ts';
import type { Problem } from './problem.ts';
import { type ReadDossier, readDossier } from './read.ts';
import { decodeUtf8 } from './utf8.ts';
import { tooLarge } from './yaml.ts';

/** A dossier with the file it was read from. */
export type DossierFile = { readonly file: string; readonly dossier: Dossier };

/** The dossiers of a folder: those that may be used, and the problems of the others and of all together. */
export type DossierFolder = {
  /** How many files were read, sound or not. */
  readonly fileCount: number;
  readonly files: readonly DossierFile[];
  readonly problems: readonly Problem[];
};

/**
 * Reads the dossiers at a path: one file, or every `.yaml` and `.yml` under a folder, in the order of their names.
 * Throws ThroughlineError where there is nothing to read.
 */
export async function readFolder(path: string): Promise<DossierFolder> {
  const reads: (ReadDossier & { readonly file: string })[] = [];
  for (const file of await dossierFiles(path)) reads.push({ file, ...(await readFileAt(file)) });
  const sound = reads.filter((read) => 'dossier' in read);
  return {
    fileCount: reads.length,
    files: sound.map(({ file, dossier }) => ({ file, dossier })),
    problems: [
      ...reads.flatMap((read) => ('problems' in read ? read.problems : [])),
      ...problemsAcross(sound),
    ],
  };
}

/** The files of dossiers at a path, in the order of their names. Throws ThroughlineError where there are none. */
export async function dossierFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch((cause) => {
    throw cannotRead(path, cause);
  });
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => !entry.isDirectory() && /\.ya?ml$/i.test(entry.name))
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((name) => !isHidden(name))
    .sort();
  if (names.length > 0) return names.map((name) => `${path.replace(/\/$/, '')}/${name}`);
  throw new ThroughlineError('INVALID_DOSSIER', `${path}: no dossier here, that is no .yaml file`);
}

// So that the root of a project can be named, and its tools' files are not taken for dossiers.
const isHidden = (name: string) =>
  name.split('/').some((part) => part.startsWith('.') || part === 'node_modules');

/** Reads the dossier in a file. Throws ThroughlineError where it cannot be read at all. */
export async function readFileAt(file: string): Promise<ReadDossier> {
  const refuse = (message: string) => ({ problems: [{ file, line: 1, column: 1, path: '', message }] });
  try {
    const size = tooLarge((await stat(file)).size);
    if (size !== undefined) return refuse(size);
    const text = decodeUtf8(await readFile(file));
    return text === undefined ? refuse('is not UTF-8: save it as UTF-8') : readDossier(text, file);
  } catch (cause) {
    throw cannotRead(file, cause);
  }
}

function cannotRead(path: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (typeof code !== 'string') return cause;
  const message = code === 'ENOENT' ? 'no such file or folder' : `cannot be read (${code})`;
  return new ThroughlineError('INVALID_DOSSIER', `${path}: ${message}`, { cause });
}
