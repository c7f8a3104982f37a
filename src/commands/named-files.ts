import { readFile } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { type KeptDocuments, readDocuments } from '../documents.ts';
import { ConfigError } from '../errors.ts';
import { readTokens, type StoredToken } from '../tokens.ts';

/** What is in the files that a configuration names. */
export type NamedFiles = {
  readonly tokens: ReadonlyMap<string, StoredToken>;
  readonly documents: KeptDocuments;
};

/** Reads the files that a configuration names. Throws one ConfigError that lists all that is wrong with them. */
export async function namedFiles({ tokensFile, documentsFile }: Config): Promise<NamedFiles> {
  const [tokens, documents] = await Promise.allSettled([
    contentOf('TOKENS', tokensFile, 'the file that holds the tokens', readTokens),
    contentOf('DOCUMENTS', documentsFile, 'the file of the documents that are kept', readDocuments),
  ]);
  if (tokens.status === 'fulfilled' && documents.status === 'fulfilled')
    return { tokens: tokens.value ?? new Map(), documents: documents.value ?? new Map() };
  const problems = [tokens, documents].flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  const other = problems.find((problem) => !(problem instanceof ConfigError));
  if (other !== undefined) throw other;
  const messages = problems.map(({ message }: ConfigError) => message);
  throw new ConfigError(messages.join('\n'), { cause: problems[0] });
}

async function contentOf<T>(
  variable: string,
  file: string | undefined,
  what: string,
  read: (text: string, file: string) => T,
): Promise<T | undefined> {
  if (!file) return undefined;
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ConfigError(`${variable}=${file} cannot be read: set it to ${what}.`, { cause });
  });
  return read(text, file);
}
