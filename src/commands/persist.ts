import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { GraphQLError, parse, Source, validate } from 'graphql';
import { documentId, readDocuments } from '../documents.ts';
import { ThroughlineError } from '../errors.ts';
import { schema } from '../schema/index.ts';
import { type Command, counted } from './command.ts';

/** What `throughline persist` is told: files of documents or of what was kept before, or folders of them. */
export type PersistArgs = { readonly paths: readonly string[] };

/**
 * `throughline persist <paths...>`: prints the map of ids to documents that DOCUMENTS names. A `.graphql` file is one
 * document, whose id is its hash; a `.json` file is such a map, whose ids stay. Nothing is printed where a document does
 * not fit the schema: each fault is named by file and place.
 */
export const persist: Command<PersistArgs> = async ({ paths }, { print, printError }) => {
  const files = (await Promise.all(paths.map(filesAt))).flat();
  const found = await Promise.all(files.map(documentsIn));
  const faults = found.flat().flatMap(({ file, text }) => faultsOf(file, text));
  for (const fault of faults) printError(fault);
  if (faults.length > 0) {
    printError(`${counted(faults.length, 'fault')} in ${counted(files.length, 'file')}: nothing is kept`);
    return 1;
  }
  const kept = new Map(found.flat().map(({ id, text }) => [id, text]));
  if (kept.size === 0)
    throw new ThroughlineError('BAD_USER_INPUT', `no .graphql or .json file at ${paths.join(', ')}`);
  print(JSON.stringify(Object.fromEntries([...kept].sort(([a], [b]) => (a < b ? -1 : 1))), null, 2));
  return 0;
};

type Found = { readonly file: string; readonly id: string; readonly text: string };

async function filesAt(path: string): Promise<string[]> {
  const at = await stat(path).catch(() => {
    throw new ThroughlineError('BAD_USER_INPUT', `${path} is not there: name files or folders of documents`);
  });
  if (!at.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => /\.(graphql|gql)$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

async function documentsIn(file: string): Promise<Found[]> {
  const text = await readFile(file, 'utf8');
  if (file.endsWith('.json'))
    return [...readDocuments(text, file)].map(([id, document]) => ({ file, id, text: document }));
  return [{ file, id: documentId(text), text }];
}

function faultsOf(file: string, text: string): string[] {
  const named = ({ message, locations }: GraphQLError) => `${file}:${locations?.[0]?.line ?? 1}: ${message}`;
  try {
    return validate(schema, parse(new Source(text, file))).map(named);
  } catch (error) {
    if (error instanceof GraphQLError) return [named(error)];
    throw error;
  }
}
