import { readFile } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { readDocuments } from '../documents.ts';
import { ConfigError } from '../errors.ts';
import type { DocumentOptions } from '../server/kept-documents.ts';

/** The documents of the file that the configuration names. Throws ConfigError where there is none, or it is none. */
export async function keptDocuments({
  documentsFile,
  documentsOnly: only,
}: Config): Promise<DocumentOptions> {
  if (!documentsFile && only)
    throw new ConfigError(
      'DOCUMENTS_ONLY=1 answers nothing without DOCUMENTS: set it to the file of the documents that are kept.',
    );
  if (!documentsFile) return { documents: new Map(), only };
  const text = await readFile(documentsFile, 'utf8').catch((cause: unknown) => {
    throw new ConfigError(
      `DOCUMENTS=${documentsFile} cannot be read: set it to the file of the documents that are kept.`,
      { cause },
    );
  });
  return { documents: readDocuments(text, documentsFile), only };
}
