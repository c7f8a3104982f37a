import type { ReportedBy } from '../../model/filters.ts';
import type { Certainty } from '../../time/interval.ts';
import { listOf, truth, tupleOf } from '../decode.ts';
import { eventAsKnown } from './event.ts';
import { createBag } from './filters/bag.ts';
import { hadHappened } from './filters/participation.ts';
import { knownBy, lastKnown, version } from './filters/time.ts';
import type { Prepared } from './hop.ts';
import { keyed, lookup } from './keyed.ts';
import { relationshipAsKnown } from './relationship.ts';

/** Relationships by `[from id, relationship id, to id]`, as they were known on the day `$reportedBy`. */
export const relationshipsAsKnown = lookup(
  'Relationship.asKnown',
  `MATCH (:Thing {id: k[0]})-[r]->(:Thing {id: k[2]}) WHERE r.id = k[1]${knownBy('r', 'r')} WHERE ${version} >= 0`,
  relationshipAsKnown,
);

/** Events by id, as they were known on the day `$reportedBy`. */
export const eventsAsKnown = lookup(
  'Event.asKnown',
  `MATCH (e:Thing {id: k}) WHERE e:Event${knownBy('e', 'e')} WHERE ${version} >= 0`,
  eventAsKnown,
);

const judged = tupleOf(truth, truth);

function certainty(value: unknown): Certainty {
  const [certain, perhaps] = judged(value);
  return certain ? 'CERTAIN' : perhaps ? 'POSSIBLE' : 'NO';
}

/** Whether each event `k` had happened by a day, as it was known; nothing for what is no event. */
export function happenedBy(asOf: string, { reportedBy }: ReportedBy): Prepared<Certainty[]> {
  const bag = createBag();
  const { certain, perhaps } = hadHappened('e', bag.add(asOf));
  const bind = reportedBy ? knownBy : lastKnown;
  const match = `MATCH (e:Thing {id: k}) WHERE e:Event${bind('e', 'e')} WHERE ${version} >= 0`;
  const body = `${match} WITH ${certain} AS certain, ${perhaps} AS perhaps RETURN collect([certain, perhaps]) AS d`;
  return {
    statement: keyed('Event.happenedBy', body, listOf(certainty)),
    params: { ...bag.params, ...(reportedBy && { reportedBy }) },
  };
}
