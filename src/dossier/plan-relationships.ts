import { relationshipRule } from '../model/vocabulary.ts';
import { InvalidDateError } from '../time/edtf.ts';
import { type Bounds, boundsOf } from '../time/interval.ts';
import { timelineKey } from '../time/order.ts';
import { type AgreedDate, agreedDate, readDate, reportedDay } from './dates.ts';
import type { Dossier } from './format.ts';
import { historyProperties, type Told, versionsOf } from './history.ts';
import { firstGiven, groupedBy, united } from './merge.ts';
import type { RelationshipRow } from './plan.ts';
import { type Claim, claimsOf } from './relationships.ts';

type ToldClaim = Claim & Told;
type Claims = readonly [ToldClaim, ...ToldClaim[]];

/** Plans the relationships of dossiers (newest first): each once, from all that is claimed of it. */
export function planRelationships(dossiers: readonly Dossier[]): RelationshipRow[] {
  const claims = dossiers.flatMap((dossier) => {
    const reported = reportedDay(dossier.article.published);
    return claimsOf(dossier).map((claim): ToldClaim => ({ ...claim, reported }));
  });
  return [...groupedBy(claims, ({ id }) => id).values()].map((group) =>
    relationshipRow(group as unknown as Claims),
  );
}

function relationshipRow(claims: Claims): RelationshipRow {
  const [{ id, type, from, to }] = claims;
  const versions = versionsOf(claims, stateOf);
  const { record } = versions.at(-1) ?? versions[0];
  const since = agreedDate(claims.map((claim) => claim.since));
  const until = agreedDate(claims.map((claim) => claim.until));
  const { certainFrom, certainTo, possibleFrom, possibleTo, ...state } = record;
  return {
    id,
    type,
    from,
    to,
    properties: {
      id,
      ...state,
      timelineKey: keyOf(id, state),
      untilKey: timelineKey(readDate(state.untilEdtf), id),
      declaredBy: united(claims, ({ article }) => [article]).sort(),
      contested: [
        ...(since.rivals.length > 0 ? ['since'] : []),
        ...(until.rivals.length > 0 ? ['until'] : []),
      ],
      tellings: tellings(claims),
      ...historyProperties(versions),
      ...historyLists(
        id,
        versions.map((version) => version.record),
      ),
    },
    dates: {
      ...ends('since', since.edtf),
      ...ends('until', until.edtf),
      certainFrom,
      certainTo,
      possibleFrom,
      possibleTo,
    },
  };
}

/** What a time's claims make of a relationship. */
function stateOf(claims: Claims) {
  const since = agreedDate(claims.map((claim) => claim.since));
  const until = agreedDate(claims.map((claim) => claim.until));
  const attested = united(claims, (claim) => claim.attested).sort();
  const position = firstGiven(claims, (claim) => claim.position);
  return {
    sinceEdtf: since.edtf,
    untilEdtf: until.edtf,
    attested,
    positionEn: position?.title.en ?? null,
    positionKo: position?.title.ko ?? null,
    openedBy: firstGiven(claims, (claim) => claim.openedBy),
    closedBy: firstGiven(claims, (claim) => claim.closedBy),
    cites: united(claims, (claim) => claim.cites).sort(),
    ...boundsAmong(since, until, attested, relationshipRule(claims[0].type).permanent ?? false),
  };
}

/** The bounds that all sources agree on: certain is what every one of their dates makes certain, possible what any does. */
function boundsAmong(since: AgreedDate, until: AgreedDate, attested: string[], permanent: boolean): Bounds {
  const cases = [since.edtf, ...since.rivals].flatMap((begin) =>
    [until.edtf, ...until.rivals].map((end) => boundsOrNothingSure(begin, end, attested, permanent)),
  );
  return cases.reduce((one, other) => ({
    ...intersection(one, other),
    possibleFrom: one.possibleFrom && other.possibleFrom && least(one.possibleFrom, other.possibleFrom),
    possibleTo: one.possibleTo && other.possibleTo && greatest(one.possibleTo, other.possibleTo),
  }));
}

/** Sources can contradict one another so that no days fit at all; then nothing is sure, and nothing ruled out. */
function boundsOrNothingSure(
  begin: string | null,
  end: string | null,
  attested: string[],
  permanent: boolean,
): Bounds {
  try {
    return boundsOf({ since: readDate(begin), until: readDate(end), attested, permanent });
  } catch (error) {
    if (error instanceof InvalidDateError)
      return { certainFrom: null, certainTo: null, possibleFrom: null, possibleTo: null };
    throw error;
  }
}

function intersection(one: Bounds, other: Bounds): Pick<Bounds, 'certainFrom' | 'certainTo'> {
  const none = { certainFrom: null, certainTo: null };
  if (one.certainFrom === null || other.certainFrom === null) return none;
  const certainFrom = greatest(one.certainFrom, other.certainFrom);
  const certainTo =
    one.certainTo && other.certainTo
      ? least(one.certainTo, other.certainTo)
      : (one.certainTo ?? other.certainTo);
  return certainTo !== null && certainTo < certainFrom ? none : { certainFrom, certainTo };
}

const least = (a: string, b: string) => (a < b ? a : b);
const greatest = (a: string, b: string) => (a > b ? a : b);

function keyOf(
  id: string,
  { sinceEdtf, untilEdtf }: { sinceEdtf: string | null; untilEdtf: string | null },
): string {
  return timelineKey(readDate(sinceEdtf ?? untilEdtf), id);
}

/** What each article tells, kept where there is more than one, to show where they disagree. */
function tellings(claims: Claims): string[] | null {
  const byArticle = [...groupedBy(claims, ({ article }) => article)];
  if (byArticle.length < 2) return null;
  return byArticle.map(([article, some]) =>
    JSON.stringify({
      article,
      since: agreedDate(some.map((claim) => claim.since)).edtf,
      until: agreedDate(some.map((claim) => claim.until)).edtf,
    }),
  );
}

/** The order and the bounds of each state as text, so that statements can filter and sort by what was known. */
function historyLists(id: string, states: readonly ReturnType<typeof stateOf>[]) {
  return {
    historyKeys: states.map((state) => keyOf(id, state)),
    // Text stands in for what is not there, on the side where it compares as nothing certain, or as open.
    historyCertainFrom: states.map(({ certainFrom }) => certainFrom ?? '~'),
    historyCertainTo: states.map(({ certainTo }) => certainTo ?? '~'),
    historyPossibleFrom: states.map(({ possibleFrom }) => possibleFrom ?? ''),
    historyPossibleTo: states.map(({ possibleTo }) => possibleTo ?? '~'),
  };
}

function ends(name: 'since' | 'until', edtf: string | null) {
  const date = readDate(edtf);
  return { [`${name}Earliest`]: date?.earliest ?? null, [`${name}Latest`]: date?.latest ?? null };
}
