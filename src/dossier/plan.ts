import { createHash } from 'node:crypto';
import type { Value } from '../graph/store.ts';
import type { EventKind } from '../model/events.ts';
import type { EntityKind, RelationshipType } from '../model/vocabulary.ts';
import type { Dossier } from './format.ts';
import { newestFirst } from './merge.ts';
import { planArticle } from './plan-article.ts';
import { planEntities } from './plan-entities.ts';
import { planEvents } from './plan-events.ts';
import { planRelationships } from './plan-relationships.ts';
import { withSearchText } from './search-text.ts';

type Properties = { readonly [name: string]: Value };

/** A node to store: its properties, and the dates among them as ISO days. */
export type NodeRow<Kind extends string = string> = {
  readonly id: string;
  readonly kind: Kind;
  readonly properties: Properties;
  readonly dates?: { readonly [name: string]: string | null };
};

/** An edge to store, between two nodes. */
export type EdgeRow = { readonly from: string; readonly to: string; readonly properties?: Properties };

/** A typed relationship to store. */
export type RelationshipRow = EdgeRow & {
  readonly id: string;
  readonly type: RelationshipType;
  readonly properties: Properties;
  readonly dates: { readonly [name: string]: string | null };
};

/** Everything that dossiers put into the graph, ready to be stored. */
export type GraphPlan = {
  readonly articles: NodeRow[];
  readonly passages: NodeRow[];
  readonly entities: NodeRow<EntityKind>[];
  readonly events: NodeRow<EventKind>[];
  readonly descriptions: NodeRow[];
  readonly relationships: RelationshipRow[];
  readonly participations: EdgeRow[];
  readonly partOf: EdgeRow[];
  readonly passageIn: EdgeRow[];
  readonly cites: EdgeRow[];
  readonly describedBy: EdgeRow[];
  readonly publishes: EdgeRow[];
};

/**
 * What a set of dossiers puts into the graph. Pure: the same dossiers give the same plan, in any order.
 * Throws DossierError where two dossiers contradict one another about what a thing is.
 */
export function planGraph(dossiers: readonly Dossier[]): GraphPlan {
  const plan = planTogether(dossiers);
  const byArticle = new Map(dossiers.map((dossier) => [dossier.article.id, fingerprintOf(dossier)]));
  const articles = plan.articles.map((row) => ({
    ...row,
    properties: { ...row.properties, fingerprint: byArticle.get(row.id) ?? null },
  }));
  return { ...plan, articles };
}

/**
 * A hash of all that a dossier puts into the graph by itself. It is stored with the article, and changes when the
 * dossier does or when the way it is planned does: a store kept from an older version is then brought up to date.
 */
export function fingerprintOf(dossier: Dossier): string {
  const known = fingerprints.get(dossier);
  if (known) return known;
  const fingerprint = createHash('sha256')
    .update(JSON.stringify(planTogether([dossier])))
    .digest('hex');
  fingerprints.set(dossier, fingerprint);
  return fingerprint;
}

// A load compares before and inside its transaction, which may run again; planning is most of what it costs.
const fingerprints = new WeakMap<Dossier, string>();

function planTogether(dossiers: readonly Dossier[]): GraphPlan {
  const plan = planPlain(newestFirst(dossiers));
  return {
    ...plan,
    articles: withSearchText(plan.articles, plan),
    entities: withSearchText(plan.entities, plan),
    events: withSearchText(plan.events, plan),
  };
}

function planPlain(ordered: readonly Dossier[]): GraphPlan {
  const articles = ordered.map(planArticle);
  return {
    articles: articles.map(({ article }) => article),
    passages: articles.flatMap(({ passages }) => passages),
    passageIn: articles.flatMap(({ passageIn }) => passageIn),
    cites: articles.flatMap(({ cites }) => cites),
    descriptions: articles.flatMap(({ descriptions }) => descriptions),
    describedBy: articles.flatMap(({ describedBy }) => describedBy),
    publishes: articles.flatMap(({ publishes }) => publishes),
    entities: planEntities(ordered),
    ...planEvents(ordered),
    relationships: planRelationships(ordered),
  };
}
