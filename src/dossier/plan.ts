import type { Value } from '../graph/store.ts';
import type { EventKind } from '../model/events.ts';
import type { EntityKind, RelationshipType } from '../model/vocabulary.ts';
import type { Dossier } from './format.ts';
import { planAlone } from './plan-alone.ts';
import type { KnownEntity } from './plan-entities.ts';
import type { FactPlan } from './plan-facts.ts';
import { planShared } from './plan-shared.ts';
import { eventsOf } from './publications.ts';
import { claimsOf } from './relationships.ts';

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

/** What else there is of what dossiers speak of. `scope` is what to plan of the things and relationships of others. */
export type Beside = {
  readonly scope: ReadonlySet<string>;
  /** Dossiers that tell of some of the same facts. */
  readonly others: readonly Dossier[];
  /** Entities as dossiers that are not among those have them. */
  readonly entities: ReadonlyMap<string, KnownEntity>;
};

const nothing: Beside = { scope: new Set(), others: [], entities: new Map() };

/**
 * What a set of dossiers puts into the graph, beside what is there. Pure: the same dossiers give the same plan, in any
 * order and however they are divided between the two.
 */
export function planGraph(dossiers: readonly Dossier[], beside = nothing): GraphPlan {
  const plans = dossiers.map(planAlone);
  const isShared = sharedIds(dossiers, beside);
  const together = planShared([...dossiers, ...beside.others], isShared, beside.entities);
  const told = <T>(rows: (plan: FactPlan) => readonly T[], id: (row: T) => string): T[] => [
    ...plans.flatMap(({ plan }) => rows(plan).filter((row) => !isShared.has(id(row)))),
    ...rows(together).filter((row) => isShared.has(id(row))),
  ];
  const own = <T>(rows: (plan: GraphPlan) => readonly T[]) => plans.flatMap(({ plan }) => rows(plan));
  return {
    articles: plans.flatMap(({ plan, fingerprint }) => withFingerprint(plan.articles, fingerprint)),
    passages: own(({ passages }) => passages),
    passageIn: own(({ passageIn }) => passageIn),
    cites: own(({ cites }) => cites),
    descriptions: own(({ descriptions }) => descriptions),
    describedBy: own(({ describedBy }) => describedBy),
    publishes: own(({ publishes }) => publishes),
    entities: told(
      ({ entities }) => entities,
      ({ id }) => id,
    ),
    events: told(
      ({ events }) => events,
      ({ id }) => id,
    ),
    participations: told(
      ({ participations }) => participations,
      ({ to }) => to,
    ),
    partOf: told(
      ({ partOf }) => partOf,
      ({ from }) => from,
    ),
    relationships: told(
      ({ relationships }) => relationships,
      ({ id }) => id,
    ),
  };
}

function withFingerprint(articles: readonly NodeRow[], fingerprint: string): NodeRow[] {
  return articles.map((row) => ({ ...row, properties: { ...row.properties, fingerprint } }));
}

/** The ids of things and relationships that more than one dossier speaks of. */
function sharedIds(dossiers: readonly Dossier[], { scope, others, entities }: Beside): Set<string> {
  const once = new Set<string>();
  const shared = new Set(entities.keys());
  for (const id of dossiers.flatMap(spokenOf)) (once.has(id) ? shared : once).add(id);
  for (const id of others.flatMap(spokenOf)) if (scope.has(id)) shared.add(id);
  return shared;
}

/** The ids of all things and relationships that a dossier speaks of, each once. */
export function spokenOf(dossier: Dossier): string[] {
  const things = [...dossier.entities, ...eventsOf(dossier)].map(({ id }) => id);
  return [...things, ...new Set(claimsOf(dossier).map(({ id }) => id))];
}
