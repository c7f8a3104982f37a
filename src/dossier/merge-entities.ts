import { BadUserInput } from '../errors.ts';
import { articlesDeclaring, storedDossiers, storedThings } from '../graph/statements/load.ts';
import { deleteAlias, storeAlias } from '../graph/statements/write.ts';
import type { Transaction } from '../graph/store.ts';
import { keysOf } from '../model/keys.ts';
import { entityKinds } from '../model/vocabulary.ts';
import type { EntitiesMerged } from '../model/writes.ts';
import { type Aliases, canonical } from './aliases.ts';
import { ClashError } from './clashes.ts';
import type { Dossier } from './format.ts';
import { aliasesIn, type Change, type Run, replace, withChange } from './replace.ts';

/** Who wants it, and the graph's revision before. */
type Asking = { readonly client: string; readonly revision: number };

/**
 * Lets all that is told of the entity `from` be told of `into`: dossiers stay as they were told, and are read anew, now and
 * whenever one is loaded. Throws BadUserInput where the two cannot be one.
 */
export async function merge(
  transaction: Transaction,
  { from, into }: { readonly from: string; readonly into: string },
  { client, revision }: Asking,
): Promise<EntitiesMerged> {
  const aliases = await aliasesIn(transaction.run);
  if (aliases.get(from) === into) return { from, into, isChanged: false, revision };
  await refuseMerge(transaction.run, { from, into }, aliases);
  const put = await dossiersOf(transaction.run, from);
  const made = await replaceOrRefuse(transaction, { put, alias: { from, into } }, client);
  await transaction.run(storeAlias, { from, into });
  return { from, into, isChanged: true, revision: made };
}

/** Takes a merge back: the graph is as if it had never been. Throws BadUserInput where there was none. */
export async function unmerge(
  transaction: Transaction,
  from: string,
  client: string,
): Promise<EntitiesMerged> {
  const before = await aliasesIn(transaction.run);
  const into = before.get(from);
  if (into === undefined) throw new BadUserInput('from', `"${from}" was not merged into another entity`);
  const alias = { from };
  const after = withChange(before, { alias });
  const isOther = ({ entities }: Dossier) =>
    entities.some(({ id }) => canonical(id, before) !== canonical(id, after));
  const put = (await dossiersOf(transaction.run, canonical(from, before))).filter(isOther);
  const revision = await replaceOrRefuse(transaction, { put, alias }, client);
  await transaction.run(deleteAlias, { from });
  return { from, into, isChanged: true, revision };
}

async function refuseMerge(
  run: Run,
  { from, into }: { readonly from: string; readonly into: string },
  aliases: Aliases,
): Promise<void> {
  if (from === into) throw new BadUserInput('into', 'is the same as from; name the other entity');
  for (const [argument, id] of Object.entries({ from, into })) {
    const other = aliases.get(id);
    if (other !== undefined)
      throw new BadUserInput(
        argument,
        `"${id}" was merged into "${canonical(id, aliases)}"; name that, or unmerge it`,
      );
  }
  const rows = await run(storedThings, { ids: [from, into] });
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]));
  for (const [argument, id] of Object.entries({ from, into }))
    if (!keysOf(entityKinds).some((kind) => kind === kinds.get(id)))
      throw new BadUserInput(argument, `"${id}" is no entity of the graph`);
  if (kinds.get(from) !== kinds.get(into))
    throw new BadUserInput(
      'from',
      `is a ${kinds.get(from)}, and into a ${kinds.get(into)}: they are not one`,
    );
}

/** The dossiers that speak of an entity, as they were told: each declares whatever it speaks of. */
async function dossiersOf(run: Run, id: string): Promise<Dossier[]> {
  const articles = await run(articlesDeclaring, { ids: [id] });
  const rows = await run(storedDossiers, { ids: articles.map((article) => article.id) });
  return rows.map(({ dossier }) => JSON.parse(dossier) as Dossier);
}

async function replaceOrRefuse(transaction: Transaction, change: Change, client: string): Promise<number> {
  try {
    return (await replace(transaction, change, client)).revision;
  } catch (error) {
    if (!(error instanceof ClashError)) throw error;
    throw new BadUserInput('from', `the dossier of "${error.article}" says otherwise: ${error.message}`);
  }
}
