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

/** Conditions on a fact: those on what is stored of it, and those on the version bound. */
export type FactConditions = { readonly stored: readonly string[]; readonly known: readonly string[] };

/** Binds, each once, the relationships `r` of a filter that also meet `conditions`, in the version asked for. */
export function relationshipsIn(
  of: FactScope,
  { types, about, reportedBy }: FactFilter,
  { stored, known }: FactConditions,
  bag: Bag,
): string {
  const all = keysOf(relationshipTypes);
  const edge = `[r:${(types && types.length > 0 ? types : all).join('|')}]`;
  const match = {
    ALL: about ? `${unwind(about, bag)} MATCH (:Thing {id: one})-${edge}-(:Entity)` : `MATCH ()-${edge}->()`,
    ENTITY: `MATCH (:Thing {id: k})-${edge}-(:Entity)`,
  }[of];
  const before = [...applying(types?.length === 0 && 'false'), ...stored];
  // Both ends of a relationship can be asked about.
  const once = of === 'ALL' && !about ? 'r' : 'DISTINCT r';
  return `${match}${whereAll(before)}${bindVersion('r', once, reportedBy)}${whereAll(known)}`;
}

/** Binds, each once, the events `e` of a filter that also meet `conditions`, in the version asked for. */
export function eventsIn(
  of: FactScope,
  { eventKinds, about, reportedBy }: FactFilter,
  { stored, known }: FactConditions,
  bag: Bag,
): string {
  const match = {
    ALL: about
      ? `${unwind(about, bag)} MATCH (:Thing {id: one})-[t:PARTICIPATED_IN]->(e:Event)`
      : 'MATCH (e:Event)',
    ENTITY: 'MATCH (:Thing {id: k})-[t:PARTICIPATED_IN]->(e:Event)',
  }[of];
  const isThroughParticipant = of === 'ENTITY' || about;
  const given = applying(
    eventKinds && `e.kind IN ${bag.add(eventKinds)}`,
    // That an entity took part may have been reported later than the event.
    isThroughParticipant && reportedBy && 't.reportedFrom <= $reportedBy',
  );
  // An entity can have several roles in an event.
  const once = isThroughParticipant ? 'DISTINCT e' : 'e';
  return `${match}${whereAll([...given, ...stored])}${bindVersion('e', once, reportedBy)}${whereAll(known)}`;
}

function unwind(about: readonly string[], bag: Bag): string {
  return `UNWIND ${bag.add(about)} AS one`;
}

function bindVersion(fact: string, variables: string, reportedBy: string | null | undefined): string {
  return reportedBy ? knownBy(fact, variables) : lastKnown(fact, variables);
}
