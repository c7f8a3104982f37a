import type { Context } from '../context.ts';
import { lacking } from '../identity.ts';
import { writeList } from '../loaders/lists.ts';
import { byNothing } from '../loaders/reading.ts';
import type { DossierRetracted, DossierWritten, EntitiesMerged, Write, Writer } from '../model/writes.ts';
import { type PageArgs, pageReading } from './page.ts';

/** Reads write transactions, the last one first. */
export const auditReading = pageReading<PageArgs, Write, object>(
  'Query.auditLog',
  byNothing,
  () => writeList,
);

/** When it was written. */
export function writtenAt({ at }: Write): string {
  return new Date(at).toISOString();
}

/** Stores a dossier for whoever asks. Throws AccessError for who is nobody. */
export function loadDossier(
  input: Parameters<Writer['loadDossier']>[1],
  context: Context,
): Promise<DossierWritten> {
  const { writer, client } = writing(context);
  return writer.loadDossier(client, input);
}

/** Takes a dossier back for whoever asks. Throws AccessError for who is nobody. */
export function retractDossier(
  input: Parameters<Writer['retractDossier']>[1],
  context: Context,
): Promise<DossierRetracted> {
  const { writer, client } = writing(context);
  return writer.retractDossier(client, input);
}

/** Lets two entities be one for whoever asks. Throws AccessError for who is nobody, BadUserInput where they cannot be. */
export function mergeEntities(
  input: Parameters<Writer['mergeEntities']>[1],
  context: Context,
): Promise<EntitiesMerged> {
  const { writer, client } = writing(context);
  return writer.mergeEntities(client, input);
}

/** Takes a merge back for whoever asks. Throws AccessError for who is nobody, BadUserInput where there was none. */
export function unmergeEntities(
  input: Parameters<Writer['unmergeEntities']>[1],
  context: Context,
): Promise<EntitiesMerged> {
  const { writer, client } = writing(context);
  return writer.unmergeEntities(client, input);
}

function writing({ writer, identity }: Context): { readonly writer: Writer; readonly client: string } {
  const { client } = identity;
  if (client === null) throw lacking('write', identity);
  if (!writer) throw new Error('This service was made without what writes');
  return { writer, client };
}
