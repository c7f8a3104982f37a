import * as statements from '../graph/statements/load.ts';
import type { Params, Statement, Transaction, Value } from '../graph/store.ts';
import type { Dossier } from './format.ts';
import { groupedBy } from './merge.ts';
import type { EdgeRow, GraphPlan, NodeRow } from './plan.ts';
import { planArticle } from './plan-article.ts';
import type { Claim } from './relationships.ts';
import { searchEntry } from './search-text.ts';

/** What a load may touch: the articles it replaces, and every thing and relationship their dossiers spoke or speak of. */
export type Scope = {
  readonly articles: readonly string[];
  readonly things: readonly string[];
  readonly relationships: readonly Claim[];
};

/** Removes from the graph what is about to be stored anew, and what no dossier says any more. */
export async function clear(
  transaction: Transaction,
  scope: Scope,
  plan: GraphPlan,
  previous: readonly Dossier[],
): Promise<void> {
  const kept = new Set([...plan.entities, ...plan.events, ...plan.articles].map(({ id }) => id));
  const descriptions = previous.flatMap((dossier) => planArticle(dossier).descriptions.map(({ id }) => id));
  const gone = [...scope.things, ...scope.articles].filter((id) => !kept.has(id));
  transaction.indexed({ set: [], remove: gone });
  for (const [type, rows] of groupedBy(scope.relationships, ({ type }) => type))
    await write(
      transaction,
      statements.deleteRelationships.get(type),
      rows.map(({ from, to, id }) => ({ from, to, id })),
    );
  await transaction.run(statements.deletePassages, { ids: scope.articles });
  await transaction.run(statements.deleteParticipations, { ids: scope.things });
  await transaction.run(statements.deletePartOf, { ids: scope.things });
  const kinds = [...plan.entities, ...plan.events].map(({ id, kind }) => ({ id, kind }));
  await write(transaction, statements.deleteOtherKinds, kinds);
  await transaction.run(statements.deleteThings, { ids: [...descriptions, ...gone] });
}

/** Stores the part of a plan that lies in the scope of a load. */
export async function store(transaction: Transaction, scope: Scope, plan: GraphPlan): Promise<void> {
  const articles = new Set(scope.articles);
  const things = new Set(scope.things);
  const relationships = new Set(scope.relationships.map(({ id }) => id));
  const within = (ids: ReadonlySet<string>) => (row: { id: string }) => ids.has(row.id);
  const ofArticles = (row: { properties: { articleId?: Value } }) =>
    articles.has(String(row.properties.articleId));
  const run = (statement: Statement | undefined, rows: readonly Params[]) =>
    write(transaction, statement, rows);

  await run(statements.upsertArticles, plan.articles.filter(within(articles)));
  await run(statements.upsertPassages, plan.passages.filter(ofArticles));
  await run(statements.upsertDescriptions, plan.descriptions.filter(ofArticles));
  await runByKind(transaction, statements.upsertEntities, plan.entities.filter(within(things)));
  await runByKind(transaction, statements.upsertEvents, plan.events.filter(within(things)));
  for (const [type, rows] of groupedBy(plan.relationships.filter(within(relationships)), ({ type }) => type))
    await run(statements.createRelationships.get(type), rows);

  const found = [...plan.entities, ...plan.events].filter(within(things));
  transaction.indexed({
    set: [...found, ...plan.articles.filter(within(articles))].map(searchEntry),
    remove: [],
  });

  const stored = new Set([...plan.passages, ...plan.descriptions].filter(ofArticles).map(({ id }) => id));
  const toStored = ({ to }: EdgeRow) => stored.has(to);
  await run(
    statements.createParticipations,
    plan.participations.filter(({ to }) => things.has(to)),
  );
  await run(
    statements.createPartOf,
    plan.partOf.filter(({ from }) => things.has(from)),
  );
  await run(
    statements.createIn,
    plan.passageIn.filter(({ from }) => stored.has(from)),
  );
  await run(
    statements.createPublishes,
    plan.publishes.filter(({ from }) => things.has(from)),
  );
  await run(statements.createCites, plan.cites.filter(toStored));
  await run(statements.createDescribedBy, plan.describedBy.filter(toStored));
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
  if (statement && rows.length > 0) await transaction.run(statement, { rows });
}
