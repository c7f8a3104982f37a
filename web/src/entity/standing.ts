import { isPermanent } from '../vocabulary.ts';
import type { RelationshipEdge } from './relationship-fields.ts';

/** How a relationship stood on a day: `done` is an act that was completed by then and holds for ever. */
export type Standing = 'done' | 'holds' | 'possible' | 'ended' | 'notYet';

/** How a relationship stood on a day, from what the service says of that day. */
export function standingOf({ certainty, node }: RelationshipEdge, day: string): Standing {
  if (certainty === 'NO') return began(node, day) ? 'ended' : 'notYet';
  if (certainty === 'CERTAIN') return isPermanent(node.type) ? 'done' : 'holds';
  return 'possible';
}

/** It does not hold: either it is over, or the day lies before the earliest on which it can have begun. */
function began({ since }: RelationshipEdge['node'], day: string): boolean {
  return !since?.earliest || since.earliest <= day;
}
