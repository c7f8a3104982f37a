import * as statements from '../graph/statements/load.ts';
import type { Params, Statement, Transaction, Value } from '../graph/store.ts';
import { eventKinds } from '../model/events.ts';
import type { Dossier } from './format.ts';
import { withLesserEnds } from './lesser-ends.ts';
import { groupedBy } from './merge.ts';
import type { EdgeRow, GraphPlan, NodeRow } from './plan.ts';
import { planDescriptions } from './plan-article.ts';
import type { Claim } from './relationships.ts';
import { searchEntry } from './search-text.ts';
import type { Stored } from './stored.ts';

/** What a load may touch: the articles it replaces, and every thing and relationship their dossiers spoke or speak of. */
export type Scope = {
  readonly articles: readonly string[];
  readonly things: readonly string[];
  readonly relationships: readonly Claim[];
};

/** What of that is stored, and the dossiers that are replaced. */
type StoredScope = Scope & {
  readonly stored: Pick<Stored, 'kinds' | 'relationships'>;
  readonly previous: readonly Dossier[];
};

/** Removes from the graph what is about to be stored anew, and what no dossier says any more. */
export async function clear(
  transaction: Transaction,
  { articles, things, stored, previous }: StoredScope,
  plan: GraphPlan,
): Promise<void> {
  const run = (statement: Statement, ids: readonly string[]) => runOver(transaction, statement, 'ids', ids);
  const planned = new Map(
    [...plan.entities, ...plan.events, ...plan.articles].map(({ id, kind }) => [id, kind]),
  );
  const known = [...things, ...articles].filter((id) => stored.kinds.has(id));
  const gone = known.filter((id) => !planned.has(id));
  // Labels cannot be replaced, only added.
  const ofOtherKind = known.filter((id) => planned.has(id) && planned.get(id) !== stored.kinds.get(id));
  const events = known.filter((id) => isEventKind(stored.kinds.get(id)));
  const descriptions = previous.flatMap((dossier) =>
    planDescriptions(dossier).descriptions.map(({ id }) => id),
  );
  transaction.indexed({ set: [], remove: gone });
  transaction.rejoined([...stored.relationships.map(({ from }) => from), ...events, ...gone, ...ofOtherKind]);
  for (const [type, rows] of groupedBy(stored.relationships, ({ type }) => type))
    await write(
      transaction,
      statements.deleteRelationships.get(type),
      rows.map(({ from, to, id }) => ({ from, to, id })),
    );
  await run(
    statements.deletePassages,
    previous.map(({ article }) => article.id),
  );
  await run(statements.deleteParticipations, events);
  await run(statements.deletePartOf, events);
  await run(statements.deleteThings, [...descriptions, ...gone, ...ofOtherKind]);
}

const isEventKind = (kind: string | undefined) => kind !== undefined && kind in eventKinds;

/** Stores a plan, where `clear` has made room for it. */
export async function store(transaction: Transaction, plan: GraphPlan): Promise<void> {
  const run = (statement: Statement | undefined, rows: readonly Params[]) =>
    write(transaction, statement, rows);
  await run(statements.upsertArticles, plan.articles);
  await run(statements.upsertPassages, plan.passages);
  await run(statements.upsertDescriptions, plan.descriptions);
  await runByKind(transaction, statements.upsertEntities, plan.entities);
  await runByKind(transaction, statements.upsertEvents, plan.events);
  const relationships = transaction.indexesRelationships
    ? await withLesserEnds(transaction, plan.relationships)
    : plan.relationships;
  for (const [type, rows] of groupedBy(relationships, ({ type }) => type))
    await run(statements.createRelationships.get(type), rows);
  const found = [...plan.entities, ...plan.events, ...plan.articles].map(searchEntry);
  transaction.indexed({ set: found, remove: [] });
  transaction.rejoined([
    ...plan.relationships.map(({ from }) => from),
    ...plan.participations.map(({ to }) => to),
  ]);
  await run(statements.createParticipations, plan.participations);
  const connect = (statement: Statement, edges: readonly EdgeRow[]) => run(statement, byTarget(edges));
  await connect(statements.createPartOf, plan.partOf);
  await connect(statements.createIn, plan.passageIn);
  await connect(statements.createPublishes, plan.publishes);
  await connect(statements.createCites, plan.cites);
  await connect(statements.createDescribedBy, plan.describedBy);
}

// Many things cite one passage, which is then looked up once.
function byTarget(edges: readonly EdgeRow[]): Params[] {
  return [...groupedBy(edges, ({ to }) => to)].map(([to, some]) => ({
    to,
    from: some.map(({ from }) => from),
  }));
}

async function runByKind<Kind extends string>(
  transaction: Transaction,
  byKindOf: ReadonlyMap<Kind, Statement>,
  rows: readonly NodeRow<Kind>[],
): Promise<void> {
  for (const [kind, some] of groupedBy(rows, (row) => row.kind))
    await write(transaction, byKindOf.get(kind), some);
}

async function write(
  transaction: Transaction,
  statement: Statement | undefined,
  rows: readonly Params[],
): Promise<void> {
  if (statement) await runOver(transaction, statement, 'rows', rows.map(withoutNullProperties));
}

async function runOver(
  transaction: Transaction,
  statement: Statement,
  name: 'ids' | 'rows',
  list: readonly Value[],
): Promise<void> {
  if (list.length > 0) await transaction.run(statement, { [name]: list });
}

function withoutNullProperties(row: Params): Params {
  const { properties } = row;
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return row;
  return { ...row, properties: withoutNulls(properties as Params) };
}

/** The same without what is null: that is not stored, and unsaid, it costs nothing on the way. */
export function withoutNulls(properties: Params): Params {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}
