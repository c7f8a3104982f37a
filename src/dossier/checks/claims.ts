import { relationshipRule } from '../../model/vocabulary.ts';
import { circlesIn } from '../circles.ts';
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

/** A listed relationship that an event begins, and that says no more of it than the event does. */
export const relationshipsAddToEvents: WholeCheck = (dossier, at) => {
  const claims = claimsOf(dossier);
  const opened = groupedBy(
    claims.filter(({ openedBy }) => openedBy !== undefined),
    ({ id }) => id,
  );
  return claims.slice(0, dossier.relationships.length).flatMap(({ id, until, attested }, i) => {
    const [opening, ...more] = opened.get(id) ?? [];
    if (opening === undefined || until !== undefined) return [];
    const known = new Set(united([opening, ...more], (claim) => claim.attested));
    if (attested.some((day) => !known.has(day))) return [];
    const { path, line } = at(placeOf(opening, dossier), '');
    const message = `says again what ${path} begins, line ${line}: leave it out, or add when it ended or still held`;
    return [at(['relationships', i], message)];
  });
};

/** Something that stands below itself, such as a concept that is a kind of what is a kind of it. */
export const ranksHaveNoCircle: WholeCheck = (dossier, at) => {
  const ranks = claimsOf(dossier).filter(({ type, from, to }) => relationshipRule(type).ranks && from !== to);
  // Who was under another once may be over it later.
  const ended = new Set(ranks.filter(({ until }) => until !== undefined).map(({ id }) => id));
  const lasting = ranks.filter(({ id }) => !ended.has(id));
  const links = new Map(lasting.map((claim) => [claim.id, claim]));
  const byType = [...groupedBy([...links.values()], ({ type }) => type).values()];
  return byType.flatMap(circlesIn).flatMap((circle) => {
    const last = circle.at(-1);
    if (last === undefined) return [];
    const way = [...circle.map(({ from }) => from), last.to].join(' → ');
    return [at(placeOf(last, dossier), `closes a circle of ${last.type}: ${way}`)];
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
