import {
  currentRevision,
  nextRevision,
  storedArticles,
  storedDossiers,
  storedFingerprints,
} from '../graph/statements/load.ts';
import type { GraphStore, Transaction } from '../graph/store.ts';
import { refuseClashes } from './clashes.ts';
import type { Dossier } from './format.ts';
import { planGraph } from './plan.ts';
import { fingerprintOf } from './plan-alone.ts';
import { eventsOf } from './publications.ts';
import { claimsOf } from './relationships.ts';
import { readStored } from './stored.ts';
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

type Comparison = { changed: Dossier[]; unchanged: string[]; removed: string[]; replaced: string[] };

/** Which dossiers differ from what is stored, and the articles whose dossiers go for that. */
async function compare(
  dossiers: readonly Dossier[],
  { removeOthers }: LoadOptions,
  run: Transaction['run'],
): Promise<Comparison> {
  const given = new Set(dossiers.map(({ article }) => article.id));
  const others = removeOthers ? await run(storedArticles, {}) : [];
  const removed = others.map(({ id }) => id).filter((id) => !given.has(id));
  const rows = await run(storedFingerprints, { ids: [...given] });
  const stored = new Map(rows.map(({ id, fingerprint }) => [id, fingerprint]));
  // Most of a large load is not stored at all, and needs no fingerprint to be told so.
  const isSame = (dossier: Dossier) =>
    stored.has(dossier.article.id) && stored.get(dossier.article.id) === fingerprintOf(dossier);
  const changed = dossiers.filter((dossier) => !isSame(dossier));
  return {
    changed,
    unchanged: dossiers.filter(isSame).map(({ article }) => article.id),
    removed,
    replaced: [...changed.map(({ article }) => article.id).filter((id) => stored.has(id)), ...removed],
  };
}

/** Puts `changed` in the place of what was stored, merged with what other dossiers say of the same. */
async function replace(transaction: Transaction, { changed, replaced }: Comparison): Promise<void> {
  const rows = replaced.length > 0 ? await transaction.run(storedDossiers, { ids: replaced }) : [];
  const previous = rows.map(({ dossier }) => JSON.parse(dossier) as Dossier);
  const scope = scopeOf([...changed, ...previous]);
  const stored = await readStored(transaction.run, scope, previous);
  const lost = new Set(scopeOf(previous).things);
  const kept = [...stored.kinds].filter(([id]) => !lost.has(id));
  refuseClashes([...stored.others, ...changed], new Map(kept));
  const ids = new Set([...scope.things, ...scope.relationships.map(({ id }) => id)]);
  const plan = planGraph(changed, { ...stored, scope: ids });
  await clear(transaction, { ...scope, stored, previous }, plan);
  await store(transaction, plan);
}

function scopeOf(dossiers: readonly Dossier[]): Scope {
  const things = dossiers.flatMap((dossier) => [...dossier.entities, ...eventsOf(dossier)]);
  return {
    articles: [...new Set(dossiers.map(({ article }) => article.id))],
    things: [...new Set(things.map(({ id }) => id))],
    relationships: [...new Map(dossiers.flatMap(claimsOf).map((claim) => [claim.id, claim])).values()],
  };
}

function result({ changed, unchanged, removed }: Comparison, revision: number): LoadResult {
  return { revision, loaded: changed.map(({ article }) => article.id), unchanged, removed };
}
