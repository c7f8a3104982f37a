import type { FactFilter } from '../../model/changes.ts';
import { keysOf } from '../../model/keys.ts';
import { relationshipTypes } from '../../model/vocabulary.ts';
import type { Bag } from './filters/bag.ts';
import { knownBy, lastKnown } from './filters/time.ts';
import { applying, whereAll } from './list.ts';

/** Whose facts: all there are (or those about the entities of the filter), or those of the entity `k`. */
export type FactScope = 'ALL' | 'ENTITY';

/**
 * Branches make one list of several sorts of row: each is a whole read that returns the same columns, and `union` puts
 * them behind one another. A list without any is a branch that finds nothing.
 */
export function union(branches: readonly string[], columns: string): string {
  return `CALL (k) { ${branches.join(' UNION ALL ')} } WITH ${columns}`;
}

/** Binds, each once, the relationships `r` of a filter that also meet `conditions`, in the version asked for. */
export function relationshipsIn(
  of: FactScope,
  { types, about, reportedBy }: FactFilter,
  conditions: readonly string[],
  bag: Bag,
): string {
  const all = keysOf(relationshipTypes);
  const edge = `[r:${(types && types.length > 0 ? types : all).join('|')}]`;
  const match = {
    ALL: about ? `${unwind(about, bag)} MATCH (:Thing {id: one})-${edge}-(:Entity)` : `MATCH ()-${edge}->()`,
    ENTITY: `MATCH (:Thing {id: k})-${edge}-(:Entity)`,
  }[of];
  const none = types?.length === 0 && 'false';
  return `${match}${known('r', reportedBy)}${whereAll([...applying(none), ...conditions])}`;
}

/** Binds, each once, the events `e` of a filter that also meet `conditions`, in the version asked for. */
export function eventsIn(
  of: FactScope,
  { eventKinds, about, reportedBy }: FactFilter,
  conditions: readonly string[],
  bag: Bag,
): string {
  const match = {
    ALL: about
      ? `${unwind(about, bag)} MATCH (:Thing {id: one})-[p:PARTICIPATED_IN]->(e:Event)`
      : 'MATCH (e:Event)',
    ENTITY: 'MATCH (:Thing {id: k})-[p:PARTICIPATED_IN]->(e:Event)',
  }[of];
  const isThroughParticipant = of === 'ENTITY' || about;
  const before = applying(
    eventKinds && `e.kind IN ${bag.add(eventKinds)}`,
    // That an entity took part may have been reported later than the event.
    isThroughParticipant && reportedBy && 'p.reportedFrom <= $reportedBy',
  );
  return `${match}${whereAll(before)}${known('e', reportedBy)}${whereAll(conditions)}`;
}

function unwind(about: readonly string[], bag: Bag): string {
  return `UNWIND ${bag.add(about)} AS one`;
}

/** An entity can have several roles in an event, and both ends of a relationship can be asked about. */
function known(fact: string, reportedBy: string | null | undefined): string {
  return reportedBy ? knownBy(fact, `DISTINCT ${fact}`) : lastKnown(fact, `DISTINCT ${fact}`);
}
