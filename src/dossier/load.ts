import {
  articlesDeclaring,
  currentRevision,
  nextRevision,
  storedArticles,
  storedDossiers,
} from '../graph/statements/load.ts';
import type { GraphStore, Transaction } from '../graph/store.ts';
import type { Dossier } from './format.ts';
import { fingerprintOf, planGraph } from './plan.ts';
import { eventsOf } from './publications.ts';
import { claimsOf } from './relationships.ts';
import { clear, type Scope, store } from './write.ts';

/** What a load did, by article id, and the number of writes the graph has then seen. */
export type LoadResult = {
  readonly revision: number;
  readonly loaded: string[];
  readonly unchanged: string[];
  readonly removed: string[];
};

/** With `removeOthers`, articles stored but not given are removed: the graph then says what the dossiers say. */
export type LoadOptions = { readonly removeOthers?: boolean };

/**
 * Stores dossiers in one transaction, all or nothing. A dossier stored before is replaced: what it no longer says
 * goes, what other dossiers say stays. Nothing is written where nothing changed.
 * Throws DossierError where dossiers contradict one another about what a thing is, and StoreError.
 */
export async function loadDossiers(
  graph: GraphStore,
  dossiers: readonly Dossier[],
  options: LoadOptions = {},
): Promise<LoadResult> {
  const before = await compare(dossiers, options, (statement, params) => graph.read(statement, params));
  if (before.changed.length === 0 && before.removed.length === 0) {
    const [row] = await graph.read(currentRevision, {});
    return result(before, row?.revision ?? 0);
  }
  return graph.write(async (transaction) => {
    const [{ revision }] = (await transaction.run(nextRevision, {})) as [{ revision: number }];
    const comparison = await compare(dossiers, options, transaction.run);
    await replace(transaction, comparison);
    return result(comparison, revision);
  });
}

type Comparison = { changed: Dossier[]; unchanged: string[]; removed: string[]; previous: Dossier[] };

/** Which dossiers differ from what is stored, and what was stored in their place. */
async function compare(
  dossiers: readonly Dossier[],
  { removeOthers }: LoadOptions,
  run: Transaction['run'],
): Promise<Comparison> {
  const given = new Set(dossiers.map(({ article }) => article.id));
  const others = removeOthers ? await run(storedArticles, {}) : [];
  const removed = others.map(({ id }) => id).filter((id) => !given.has(id));
  const rows = await run(storedDossiers, { ids: [...given, ...removed] });
  const stored = new Map(rows.map((row) => [row.id, row]));
  const isSame = (dossier: Dossier) => stored.get(dossier.article.id)?.fingerprint === fingerprintOf(dossier);
  const changed = dossiers.filter((dossier) => !isSame(dossier));
  const replaced = [...changed.map(({ article }) => article.id), ...removed];
  return {
    changed,
    unchanged: dossiers.filter(isSame).map(({ article }) => article.id),
    removed,
    previous: replaced
      .flatMap((id) => stored.get(id) ?? [])
      .map(({ dossier }) => JSON.parse(dossier) as Dossier),
  };
}

/** Puts `changed` in the place of `previous`, merged with what the dossiers that share things with them say. */
async function replace(transaction: Transaction, { changed, previous }: Comparison): Promise<void> {
  const touched = [...changed, ...previous];
  const scope: Scope = {
    articles: [...new Set(touched.map(({ article }) => article.id))],
    things: [...new Set(touched.flatMap(thingsOf))],
    relationships: [...new Map(touched.flatMap(claimsOf).map((claim) => [claim.id, claim])).values()],
  };
  const sharing = await transaction.run(articlesDeclaring, { ids: scope.things });
  const ids = sharing.map(({ id }) => id).filter((id) => !scope.articles.includes(id));
  const others = (await transaction.run(storedDossiers, { ids })).map(
    ({ dossier }) => JSON.parse(dossier) as Dossier,
  );
  const plan = planGraph([...changed, ...others]);
  await clear(transaction, scope, plan, previous);
  await store(transaction, scope, plan);
}

function thingsOf(dossier: Dossier): string[] {
  return [...dossier.entities, ...eventsOf(dossier)].map(({ id }) => id);
}

function result({ changed, unchanged, removed }: Comparison, revision: number): LoadResult {
  return { revision, loaded: changed.map(({ article }) => article.id), unchanged, removed };
}
