import { relationshipRule } from '../model/vocabulary.ts';
import { type FuzzyDate, parseEdtf } from '../time/edtf.ts';
import { boundsOf } from '../time/interval.ts';
import { timelineKey } from '../time/order.ts';
import type { Dossier } from './format.ts';
import { firstGiven, groupedBy, united } from './merge.ts';
import type { RelationshipRow } from './plan.ts';
import { type Claim, claimsOf } from './relationships.ts';

/** Plans the relationships of dossiers (newest first): each once, from all that is claimed of it. */
export function planRelationships(dossiers: readonly Dossier[]): RelationshipRow[] {
  const claims = dossiers.flatMap(claimsOf);
  return [...groupedBy(claims, ({ id }) => id).values()].map((group) =>
    relationshipRow(group as [Claim, ...Claim[]]),
  );
}

function relationshipRow(claims: readonly [Claim, ...Claim[]]): RelationshipRow {
  const [{ id, type, from, to }] = claims;
  const sinceEdtf = firstGiven(claims, (claim) => claim.since);
  const untilEdtf = firstGiven(claims, (claim) => claim.until);
  const since = sinceEdtf === null ? null : parseEdtf(sinceEdtf);
  const until = untilEdtf === null ? null : parseEdtf(untilEdtf);
  const attested = united(claims, (claim) => claim.attested).sort();
  const position = firstGiven(claims, (claim) => claim.position);
  return {
    id,
    type,
    from,
    to,
    properties: {
      id,
      sinceEdtf,
      untilEdtf,
      attested,
      timelineKey: timelineKey(since ?? until, id),
      positionEn: position?.title.en ?? null,
      positionKo: position?.title.ko ?? null,
      openedBy: firstGiven(claims, (claim) => claim.openedBy),
      closedBy: firstGiven(claims, (claim) => claim.closedBy),
      cites: united(claims, (claim) => claim.cites).sort(),
      declaredBy: united(claims, (claim) => [claim.article]).sort(),
    },
    dates: {
      ...ends('since', since),
      ...ends('until', until),
      ...boundsOf({ since, until, attested, permanent: relationshipRule(type).permanent ?? false }),
    },
  };
}

function ends(name: 'since' | 'until', date: FuzzyDate | null) {
  return { [`${name}Earliest`]: date?.earliest ?? null, [`${name}Latest`]: date?.latest ?? null };
}
