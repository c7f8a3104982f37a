import { agreedDate } from '../dates.ts';
import type { Dossier } from '../format.ts';
import { groupedBy, united } from '../merge.ts';
import type { Path } from '../problem.ts';
import { type Claim, claimsOf } from '../relationships.ts';
import type { WholeCheck } from './check.ts';
import { contradictionIn } from './times.ts';

/** Entries of one article that contradict one another on when a relationship held, though none does alone. */
export const claimsAgree: WholeCheck = (dossier, at) => {
  const groups = [...groupedBy(claimsOf(dossier), ({ id }) => id).values()];
  return groups.flatMap((claims) => {
    if (claims.length < 2 || claims.some((claim) => contradictionOf([claim]) !== undefined)) return [];
    const message = contradictionOf(claims);
    if (message === undefined) return [];
    const [last = [], ...others] = claims.map((claim) => placeOf(claim, dossier)).reverse();
    const places = others.map((path) => at(path, '')).map(({ path, line }) => `${path}, line ${line}`);
    return [at(last, `disagrees with ${places.join(' and ')}: ${message}`)];
  });
};

// As the planner unites them.
function contradictionOf(claims: readonly Claim[]): string | undefined {
  return contradictionIn({
    type: claims[0]?.type,
    since: agreedDate(claims.map(({ since }) => since)).edtf,
    until: agreedDate(claims.map(({ until }) => until)).edtf,
    attested: united(claims, ({ attested }) => attested),
  });
}

function placeOf({ id, openedBy, closedBy }: Claim, dossier: Dossier): Path {
  const event = openedBy ?? closedBy;
  if (event !== undefined) return ['events', dossier.events.findIndex((entry) => entry.id === event)];
  // Listed relationships come first among the claims, in their order.
  return ['relationships', claimsOf(dossier).findIndex((claim) => claim.id === id)];
}
