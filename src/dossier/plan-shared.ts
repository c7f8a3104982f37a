import type { Dossier } from './format.ts';
import { newestFirst } from './merge.ts';
import { planDescriptions } from './plan-article.ts';
import type { KnownEntity } from './plan-entities.ts';
import { type FactPlan, planFacts } from './plan-facts.ts';
import { claimsOf } from './relationships.ts';

/** Plans what several dossiers speak of, and, where it comes with that, some of what one does. */
export function planShared(
  dossiers: readonly Dossier[],
  isShared: ReadonlySet<string>,
  known: ReadonlyMap<string, KnownEntity>,
): FactPlan {
  const parts = newestFirst(dossiers.map((dossier) => partOf(dossier, isShared)));
  const described = parts.map(planDescriptions);
  const texts = {
    descriptions: described.flatMap(({ descriptions }) => descriptions),
    describedBy: described.flatMap(({ describedBy }) => describedBy),
  };
  return planFacts(parts, texts, known);
}

/** What a dossier says of some things and relationships, whole entries at a time. */
function partOf(dossier: Dossier, ids: ReadonlySet<string>): Dossier {
  const claims = claimsOf(dossier);
  const byEvents = claims.slice(dossier.relationships.length).filter(({ id }) => ids.has(id));
  const events = new Set(byEvents.map(({ openedBy, closedBy }) => openedBy ?? closedBy));
  return {
    ...dossier,
    passages: {},
    entities: dossier.entities.filter(({ id }) => ids.has(id)),
    events: dossier.events.filter(({ id }) => ids.has(id) || events.has(id)),
    // Listed relationships come first among the claims, in their order.
    relationships: dossier.relationships.filter((_, place) => ids.has(claims[place]?.id ?? '')),
  };
}
