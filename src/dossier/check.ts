import type { Check, WholeCheck } from './checks/check.ts';
import { citesAreKnown, passagesAreCited } from './checks/citations.ts';
import { claimsAgree, ranksHaveNoCircle, relationshipsAddToEvents } from './checks/claims.ts';
import { legalFormsAreOfOrganizations } from './checks/entities.ts';
import { attestationsFollowEvents, eventsHaveNoCircle } from './checks/events.ts';
import { idsAreKnown, idsAreUnique } from './checks/ids.ts';
import { officesAreGiven } from './checks/offices.ts';
import { participantsAreUnique, rolesDiffer } from './checks/participants.ts';
import { endsDiffer, positionsFitTypes, relationshipsAreUnique } from './checks/relationships.ts';
import { listsDoNotRepeat } from './checks/repeats.ts';
import { timesFit } from './checks/times.ts';
import type { Draft } from './draft.ts';
import type { Dossier } from './format.ts';
import type { Problem, ProblemAt } from './problem.ts';

const checks: readonly Check[] = [
  idsAreUnique,
  idsAreKnown,
  citesAreKnown,
  legalFormsAreOfOrganizations,
  positionsFitTypes,
  endsDiffer,
  relationshipsAreUnique,
  rolesDiffer,
  participantsAreUnique,
  eventsHaveNoCircle,
  attestationsFollowEvents,
  timesFit,
  listsDoNotRepeat,
];

const wholeChecks: readonly WholeCheck[] = [
  passagesAreCited,
  officesAreGiven,
  claimsAgree,
  relationshipsAddToEvents,
  ranksHaveNoCircle,
];

/** Everything that makes no sense in what is sound of a dossier. */
export function checkDraft(draft: Draft, at: ProblemAt): Problem[] {
  return checks.flatMap((check) => check(draft, at));
}

/** Everything that makes no sense in a dossier of sound form. */
export function checkDossier(dossier: Dossier, at: ProblemAt): Problem[] {
  const problems = wholeChecks.flatMap((check) => check(dossier, at));
  return [...checkDraft(dossier, at), ...problems];
}
