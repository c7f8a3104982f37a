import { relationshipId } from '../../model/keys.ts';
import { participationsIn } from '../participations.ts';
import { claimsOf } from '../relationships.ts';
import type { WholeCheck } from './check.ts';

/** An office that someone takes part in, and that nothing in the dossier says they hold or held. */
export const officesAreGiven: WholeCheck = (dossier, at) => {
  const participations = dossier.events
    .flatMap((event, i) => participationsIn(event, ['events', i]))
    .filter(({ office }) => office !== undefined);
  if (participations.length === 0) return [];
  const given = claimsOf(dossier).filter(({ type }) => type === 'HOLDS_POSITION');
  const ids = new Set(given.map(({ id }) => id));
  return participations.flatMap(({ id: person, path, office }) => {
    const { organization, position } = office ?? {};
    if (!person || !organization || !position) return [];
    if (ids.has(relationshipId(person, 'HOLDS_POSITION', organization, position))) return [];
    const others = given.filter(({ from, to }) => from === person && to === organization);
    return [
      at(
        [...path, 'office', 'position'],
        `nothing here gives "${person}" the office "${position}" at "${organization}".${mend(others)}`,
      ),
    ];
  });
};

function mend(others: readonly { readonly position?: { readonly id: string } }[]): string {
  const known = [...new Set(others.map(({ position }) => position?.id))].join(', ');
  return known === ''
    ? ' Add a HOLDS_POSITION that does, or name them without an office.'
    : ` Known: ${known}.`;
}
