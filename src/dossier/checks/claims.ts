import type { Dossier } from '../format.ts';
import { firstGiven, groupedBy, newestFirst, united } from '../merge.ts';
import type { Path } from '../problem.ts';
import { type Claim, claimsOf } from '../relationships.ts';
import type { WholeCheck } from './check.ts';
import { contradictionIn } from './times.ts';

/** Entries that speak of one relationship and cannot all be true of it. */
export type Disagreement = { readonly claims: readonly Claim[]; readonly message: string };

/** Where dossiers, or parts of one, contradict one another on when a relationship held, though none does alone. */
export function disagreementsIn(dossiers: readonly Dossier[]): Disagreement[] {
  const groups = [...groupedBy(newestFirst(dossiers).flatMap(claimsOf), ({ id }) => id).values()];
  return groups.flatMap((claims) => {
    if (claims.length < 2 || claims.some((claim) => contradictionOf([claim]) !== undefined)) return [];
    const message = contradictionOf(claims);
    return message === undefined ? [] : [{ claims, message }];
  });
}

// As the planner unites them.
function contradictionOf(claims: readonly Claim[]): string | undefined {
  return contradictionIn({
    type: claims[0]?.type,
    since: firstGiven(claims, ({ since }) => since),
    until: firstGiven(claims, ({ until }) => until),
    attested: united(claims, ({ attested }) => attested),
  });
}

/** The path of the entry that makes a claim. */
export function placeOfClaim({ id, openedBy, closedBy }: Claim, dossier: Dossier): Path {
  const event = openedBy ?? closedBy;
  if (event !== undefined) return ['events', dossier.events.findIndex((entry) => entry.id === event)];
  // Listed relationships come first among the claims, in their order.
  return ['relationships', claimsOf(dossier).findIndex((claim) => claim.id === id)];
}

/** Parts of a dossier that contradict one another on when a relationship held. */
export const claimsAgree: WholeCheck = (dossier, at) => {
  return disagreementsIn([dossier]).map(({ claims, message }) => {
    const [first = [], ...others] = claims.map((claim) => placeOfClaim(claim, dossier)).reverse();
    const places = others.map((path) => at(path, '')).map(({ path, line }) => `${path}, line ${line}`);
    return at(first, `disagrees with ${places.join(' and ')}: ${message}`);
  });
};
