import type { Dossier } from './format.ts';
import type { GraphPlan } from './plan.ts';
import { type KnownEntity, planEntities } from './plan-entities.ts';
import { planEvents } from './plan-events.ts';
import { planRelationships } from './plan-relationships.ts';
import { withSearchText } from './search-text.ts';

/** What several dossiers may put into the graph together. */
export type FactPlan = Pick<GraphPlan, 'entities' | 'events' | 'participations' | 'partOf' | 'relationships'>;

/** Plans the facts of dossiers (newest first), beside what is known of their entities already. */
export function planFacts(
  ordered: readonly Dossier[],
  described: Pick<GraphPlan, 'descriptions' | 'describedBy'>,
  known: ReadonlyMap<string, KnownEntity>,
): FactPlan {
  const { events, ...rest } = planEvents(ordered);
  return {
    ...rest,
    entities: withSearchText(planEntities(ordered, known), described, known),
    events: withSearchText(events, described),
    relationships: planRelationships(ordered),
  };
}
