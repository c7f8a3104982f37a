import { relationshipId } from '../../model/keys.ts';
import { type RelationshipType, relationshipRule } from '../../model/vocabulary.ts';
import type { Draft } from '../draft.ts';
import type { Check } from './check.ts';

type Entry = NonNullable<Draft['relationships']>[number];

/** A position that a relationship needs and lacks, or has and does not take. */
export const positionsFitTypes: Check = ({ relationships = [] }, at) => {
  return relationships.flatMap((entry, i) => {
    if (entry?.type === undefined) return [];
    const [needs, has] = [needsPosition(entry.type), 'position' in entry];
    if (needs && !has)
      return [at(['relationships', i, 'position'], `is missing: ${entry.type} needs the office held`)];
    if (has && !needs)
      return [at(['relationships', i, 'position'], `is not for ${entry.type}: leave it out`, 'KEY')];
    return [];
  });
};

/** A relationship of something with itself. */
export const endsDiffer: Check = ({ relationships = [] }, at) => {
  return relationships.flatMap((entry, i) => {
    if (entry?.from === undefined || entry.from !== entry.to) return [];
    return [at(['relationships', i, 'to'], `joins "${entry.to}" with itself: name another end`)];
  });
};

/** A relationship written twice. */
export const relationshipsAreUnique: Check = ({ relationships = [] }, at) => {
  const first = new Map<string, number>();
  return relationships.flatMap((entry, i) => {
    const id = idOf(entry);
    const other = id === undefined ? undefined : first.get(id);
    if (id !== undefined && other === undefined) first.set(id, i);
    if (other === undefined) return [];
    const { path, line } = at(['relationships', other], '');
    return [at(['relationships', i], `says again what ${path} says, line ${line}: make one of the two`)];
  });
};

const needsPosition = (type: RelationshipType) => relationshipRule(type).distinguishedBy === 'position';

function idOf(entry: Entry): string | undefined {
  const { type, from, to, position } = entry ?? {};
  if (type === undefined || from === undefined || to === undefined) return undefined;
  if (needsPosition(type) && position?.id === undefined) return undefined;
  const [one = from, other = to] = relationshipRule(type).symmetric ? [from, to].sort() : [from, to];
  return relationshipId(one, type, other, position?.id);
}
