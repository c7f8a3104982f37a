import { hash } from 'node:crypto';
import { z } from 'zod';
import { ConfigError } from './errors.ts';

/** Documents that a service keeps, by the ids that clients ask for them by. */
export type KeptDocuments = ReadonlyMap<string, string>;

const file = z.record(z.string().min(1).max(128), z.string().min(1));

/** The id of a document that its client has given none: its SHA-256, in hex. */
export function documentId(text: string): string {
  return hash('sha256', text);
}

/**
 * Reads what `throughline persist` writes, and tools of typed clients: a JSON map of ids to documents. Throws ConfigError
 * where the file is none.
 */
export function readDocuments(text: string, name: string): KeptDocuments {
  const read = file.safeParse(parsed(text));
  if (!read.success)
    throw new ConfigError(
      `${name} is no map of ids to documents: put there what \`throughline persist\` prints.`,
    );
  return new Map(Object.entries(read.data));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
