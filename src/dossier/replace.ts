import {
  nextRevision,
  storedArticles,
  storedDossiers,
  storedFingerprints,
} from '../graph/statements/load.ts';
import { articlesOfClients, recordWrite, storedAliases } from '../graph/statements/write.ts';
import type { Params, Transaction } from '../graph/store.ts';
import { type Aliases, refuseSelves, renamed } from './aliases.ts';
import { refuseClashes } from './clashes.ts';
import type { Dossier } from './format.ts';
import { type GraphPlan, planGraph } from './plan.ts';
import { fingerprintOf } from './plan-alone.ts';
import { eventsOf } from './publications.ts';
import { claimsOf } from './relationships.ts';
import { readStored, type Stored } from './stored.ts';
import { clear, type Scope, store, withoutNulls } from './write.ts';

/** What is to be changed of the dossiers in the graph. */
export type Change = {
  readonly put: readonly Dossier[];
  /** Ids of articles. */
  readonly remove?: readonly string[];
  /** Whether whatever is not put is removed; with `keepClients`, but for what clients have stored. */
  readonly removeOthers?: boolean;
  readonly keepClients?: boolean;
  /** An entity that goes by another id from now on, or by its own again where `into` is left out. */
  readonly alias?: { readonly from: string; readonly into?: string };
};

/** What a change comes to: `replaced` are the articles whose dossiers go for it. */
export type Comparison = {
  readonly changed: readonly Dossier[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  readonly replaced: readonly string[];
  /** The ids that entities went by so far, and those they go by now. */
  readonly before: Aliases;
  readonly after: Aliases;
};

/** Reads rows, inside a transaction or outside. */
export type Run = Transaction['run'];

/** How many articles, and how many things, a write tells of. */
const mostTold = 1_000;

/** Which dossiers differ from what is stored, and the articles whose dossiers go for that. */
export async function compare(run: Run, change: Change): Promise<Comparison> {
  const before = await aliasesIn(run);
  const after = withChange(before, change);
  const { remove = [] } = change;
  const put = change.put.map((dossier) => renamed(dossier, after));
  const given = new Set(put.map(({ article }) => article.id));
  const removed = [...(await othersOf(run, change, given)), ...(await storedOf(run, remove, given))];
  const rows = await run(storedFingerprints, { ids: [...given] });
  const stored = new Map(rows.map(({ id, fingerprint }) => [id, fingerprint]));
  // Most of a large load is not stored at all, and needs no fingerprint to be told so.
  const isSame = (dossier: Dossier) =>
    stored.has(dossier.article.id) && stored.get(dossier.article.id) === fingerprintOf(dossier);
  const changed = put.filter((dossier) => !isSame(dossier));
  return {
    changed,
    unchanged: put.filter(isSame).map(({ article }) => article.id),
    removed,
    replaced: [...changed.map(({ article }) => article.id).filter((id) => stored.has(id)), ...removed],
    before,
    after,
  };
}

/** The ids that entities go by which are not their own. */
export async function aliasesIn(run: Run): Promise<Aliases> {
  return new Map((await run(storedAliases, {})).map(({ id, into }) => [id, into]));
}

/** The ids that entities go by after a change. */
export function withChange(before: Aliases, { alias }: Pick<Change, 'alias'>): Aliases {
  if (!alias) return before;
  const { from, into } = alias;
  const others = [...before].filter(([id]) => id !== from);
  return new Map(into === undefined ? others : [...others, [from, into]]);
}

/** Whether a change leaves the graph as it is. */
export function isNothing({ changed, removed }: Comparison): boolean {
  return changed.length === 0 && removed.length === 0;
}

async function othersOf(
  run: Run,
  { removeOthers, keepClients }: Change,
  given: ReadonlySet<string>,
): Promise<string[]> {
  if (!removeOthers) return [];
  const others = (await run(storedArticles, {})).map(({ id }) => id).filter((id) => !given.has(id));
  // It looks through all writes there were: not where nothing would be removed.
  if (!keepClients || others.length === 0) return others;
  const ofClients = await run(articlesOfClients, { kinds: ['LOAD', 'RETRACT'], ids: others });
  const kept = new Set(ofClients.map(({ id }) => id));
  return others.filter((id) => !kept.has(id));
}

async function storedOf(run: Run, ids: readonly string[], given: ReadonlySet<string>): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await run(storedFingerprints, { ids: [...new Set(ids)] });
  return rows.map(({ id }) => id).filter((id) => !given.has(id));
}

type Prepared = {
  readonly scope: Scope;
  readonly stored: Stored;
  readonly previous: readonly Dossier[];
  readonly plan: GraphPlan;
};

/**
 * Reads what a change touches and plans what is to be stored, merged with what other dossiers say of the same. Throws
 * ClashError where dossiers contradict one another about what a thing is.
 */
export async function prepare(run: Run, comparison: Comparison): Promise<Prepared> {
  const { changed, replaced, before, after } = comparison;
  for (const dossier of changed) refuseSelves(dossier, after);
  const rows = replaced.length > 0 ? await run(storedDossiers, { ids: replaced }) : [];
  const previous = rows.map(({ dossier }) => renamed(JSON.parse(dossier) as Dossier, before));
  const scope = scopeOf([...changed, ...previous]);
  const stored = await readStored(run, scope, previous, after);
  const lost = new Set(scopeOf(previous).things);
  const kept = [...stored.kinds].filter(([id]) => !lost.has(id));
  refuseClashes([...stored.others, ...changed], new Map(kept));
  const ids = new Set([...scope.things, ...scope.relationships.map(({ id }) => id)]);
  const plan = planGraph(changed, { ...stored, scope: ids });
  return { scope, stored, previous, plan };
}

/**
 * Makes a change inside a transaction, and keeps with it what it did and for whom; gives what it came to and the
 * revision it made. Throws as `prepare` does.
 */
export async function replace(
  transaction: Transaction,
  change: Change,
  client: string | null,
): Promise<{ readonly comparison: Comparison; readonly revision: number }> {
  const [counted] = await transaction.run(nextRevision, {});
  if (!counted) throw new Error('The graph did not count a write');
  const comparison = await compare(transaction.run, change);
  const { scope, stored, previous, plan } = await prepare(transaction.run, comparison);
  await clear(transaction, { ...scope, stored, previous }, plan);
  await store(transaction, plan);
  const { articles, things } = scope;
  const row = {
    // In the order of their numbers, as text.
    id: `write-${String(counted.revision).padStart(12, '0')}`,
    ...counted,
    ...whatIsDone(change, comparison),
    client,
    articles: articles.slice(0, mostTold),
    things: things.slice(0, mostTold),
    isCut: Math.max(articles.length, things.length) > mostTold,
  };
  await transaction.run(recordWrite, { row: withoutNulls(row) });
  return { comparison, revision: counted.revision };
}

/** What kind of write a change is; of entities found to be one, or not, which they are. */
function whatIsDone({ alias }: Change, { changed, before, after }: Comparison): Params {
  if (!alias) return { kind: changed.length > 0 ? 'LOAD' : 'RETRACT' };
  const { from, into } = alias;
  return { kind: into ? 'MERGE' : 'UNMERGE', from, into: (into ? after : before).get(from) ?? null };
}

function scopeOf(dossiers: readonly Dossier[]): Scope {
  const things = dossiers.flatMap((dossier) => [...dossier.entities, ...eventsOf(dossier)]);
  return {
    articles: [...new Set(dossiers.map(({ article }) => article.id))],
    things: [...new Set(things.map(({ id }) => id))],
    relationships: [...new Map(dossiers.flatMap(claimsOf).map((claim) => [claim.id, claim])).values()],
  };
}
