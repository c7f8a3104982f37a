import { createHash } from 'node:crypto';
import type { Dossier } from './format.ts';
import type { GraphPlan } from './plan.ts';
import { planArticle } from './plan-article.ts';
import { planFacts } from './plan-facts.ts';
import { withSearchText } from './search-text.ts';

/** What a dossier puts into the graph by itself, and a hash of that. */
export type Alone = { readonly plan: GraphPlan; readonly fingerprint: string };

/**
 * A hash of all that a dossier puts into the graph by itself. It is stored with the article, and changes when the
 * dossier does or when the way it is planned does: a store kept from an older version is then brought up to date.
 */
export function fingerprintOf(dossier: Dossier): string {
  return planAlone(dossier).fingerprint;
}

/** Plans a dossier as if there were no other. */
export function planAlone(dossier: Dossier): Alone {
  const known = alone.get(dossier);
  if (known) return known;
  const { article, ...rest } = planArticle(dossier);
  const facts = planFacts([dossier], rest, new Map());
  const plan = { ...rest, ...facts, articles: withSearchText([article], rest) };
  const fingerprint = createHash('sha256').update(JSON.stringify(plan)).digest('hex');
  alone.set(dossier, { plan, fingerprint });
  return { plan, fingerprint };
}

// A load compares before and inside its transaction, which may run again; planning is most of what it costs.
const alone = new WeakMap<Dossier, Alone>();
