import { dayNumber, dayOf } from '../timeline/span.ts';
import type { Certainty, DrawnRelationship, EntityKind, GraphAnswer, PathAnswer } from './graph-query.ts';

/** An entity of the drawing. */
export type GraphNode = {
  readonly id: string;
  readonly slug: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly degree: number;
  /** Whether it has relationships that are not drawn. */
  readonly hasMore: boolean;
};

/** A relationship of the drawing. */
export type GraphEdge = DrawnRelationship & {
  readonly source: string;
  readonly target: string;
};

/** How an edge stands: at no day in particular, or on a day. */
export type EdgeState = 'plain' | 'certain' | 'possible' | 'gone';

/** All that is drawn. */
export type Model = { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] };

/** Certainties by the id of the relationship. */
export type Certainties = ReadonlyMap<string, Certainty>;

/** The neighbourhood with the paths laid over it: what a path goes through is drawn, whether it is near or not. */
export function modelOf(answer: GraphAnswer, found: PathAnswer | undefined): Model {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  for (const { entity, degree, hasMore } of answer.nodes)
    nodes.set(entity.slug, { ...entity, degree, hasMore });
  for (const { relationship, source, target } of answer.edges)
    edges.set(relationship.id, { ...relationship, source, target });
  for (const { hops } of found?.paths ?? []) {
    for (const { from, to, forwards, relationship } of hops) {
      for (const thing of [from, to]) {
        if ('name' in thing && !nodes.has(thing.slug))
          nodes.set(thing.slug, { ...thing, degree: 1, hasMore: true });
      }
      if (!relationship || edges.has(relationship.id)) continue;
      const [source, target] = forwards ? [from.slug, to.slug] : [to.slug, from.slug];
      edges.set(relationship.id, { ...relationship, source, target });
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

const states = { CERTAIN: 'certain', POSSIBLE: 'possible', NO: 'gone' } as const;

/** How an edge stands. An edge of which the answer of the day has not come yet is not known to hold: possible. */
export function stateOf(id: string, certainties: Certainties | undefined): EdgeState {
  if (!certainties) return 'plain';
  const certainty = certainties.get(id);
  return certainty ? states[certainty] : 'possible';
}

/**
 * The days on which something may change: from each of them on, the answer can be another. What is known of an end, or of
 * one day alone, is known of that day still: the answer changes on the day after.
 */
export function momentsOf(edges: readonly GraphEdge[]): readonly string[] {
  const days = new Set<string>();
  for (const { since, until, attested } of edges) {
    for (const day of [since?.earliest, since?.latest, ...attested]) if (day) days.add(day);
    for (const day of [until?.earliest, until?.latest, ...attested]) if (day) days.add(dayAfter(day));
  }
  return [...days].sort();
}

function dayAfter(day: string): string {
  return dayOf(dayNumber(day) + 1);
}

/** The edges of a path, by id. */
export function edgesOfPath(found: PathAnswer | undefined, place: number): ReadonlySet<string> {
  const hops = found?.paths[place]?.hops ?? [];
  return new Set(hops.flatMap(({ relationship }) => (relationship ? [relationship.id] : [])));
}
