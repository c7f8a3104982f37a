import { relationshipRule } from '../model/vocabulary.ts';
import { timelineKey } from '../time/order.ts';
import { type AgreedTimes, agreedTimes } from './agreed-times.ts';
import { agreedDate, readDate, reportedDay } from './dates.ts';
import type { Dossier } from './format.ts';
import { historyProperties, sourcesOf, type Told, versionsOf } from './history.ts';
import { firstGiven, groupedBy, united } from './merge.ts';
import type { RelationshipRow } from './plan.ts';
import { type Claim, claimsOf } from './relationships.ts';
import { changeKey, tellingText, toldDates } from './told.ts';

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
  const states = versionsOf(claims, stateOf);
  const times = states.map(({ record }) => record.times);
  const versions = states.map(({ from, record }) => ({ from, record: record.state }));
  const records = versions.map(({ record }) => record);
  const { state: record } = (states.at(-1) ?? states[0]).record;
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
      declaredBy: sourcesOf(claims),
      tellings: tellings(claims, state.contested),
      ...changeKeys(id, records),
      ...historyProperties(versions, (several) => historyLists(id, several)),
      ...toldDates(
        'since',
        times.map(({ since }) => since),
      ),
      ...toldDates(
        'until',
        times.map(({ until }) => until),
      ),
    },
    dates: {
      ...ends('since', state.sinceEdtf),
      ...ends('until', state.untilEdtf),
      certainFrom,
      certainTo,
      possibleFrom,
      possibleTo,
    },
  };
}

function timesOf(claims: Claims): AgreedTimes {
  return agreedTimes(claims, attestedDays(claims), relationshipRule(claims[0].type).permanent ?? false);
}

function attestedDays(claims: readonly ToldClaim[]): string[] {
  return united(claims, ({ attested }) => attested).sort();
}

/** What a time's claims make of a relationship. */
function stateOf(claims: Claims) {
  const times = timesOf(claims);
  const { since, until, bounds } = times;
  const position = firstGiven(claims, (claim) => claim.position);
  const isContested = ({ rivals, clashes }: AgreedTimes['since']) => rivals.length > 0 || clashes;
  const state = {
    sinceEdtf: since.edtf,
    untilEdtf: until.edtf,
    attested: attestedDays(claims),
    positionEn: position?.title.en ?? null,
    positionKo: position?.title.ko ?? null,
    openedBy: firstGiven(claims, (claim) => claim.openedBy),
    closedBy: firstGiven(claims, (claim) => claim.closedBy),
    cites: united(claims, (claim) => claim.cites).sort(),
    contested: [...(isContested(since) ? ['since'] : []), ...(isContested(until) ? ['until'] : [])],
    sourceCount: sourcesOf(claims).length,
    ...bounds,
  };
  return { times, state };
}

function keyOf(
  id: string,
  { sinceEdtf, untilEdtf }: { sinceEdtf: string | null; untilEdtf: string | null },
): string {
  return timelineKey(readDate(sinceEdtf ?? untilEdtf), id);
}

/** What each article tells, kept where there is more than one or they disagree, to show where. */
function tellings(claims: Claims, contested: readonly string[]): string[] | null {
  const byArticle = groupedBy(claims, ({ article }) => article);
  if (byArticle.size < 2 && contested.length === 0) return null;
  return sourcesOf(claims).flatMap((article) => {
    const some = byArticle.get(article) ?? [];
    const since = agreedDate(some.map((claim) => claim.since));
    const until = agreedDate(some.map((claim) => claim.until));
    // One article can give two dates too, here for the one and there for the other of its entries.
    return [
      tellingText({ article, since: since.edtf, until: until.edtf, attested: attestedDays(some) }),
      ...since.rivals.map((rival) => tellingText({ article, since: rival })),
      ...until.rivals.map((rival) => tellingText({ article, until: rival })),
    ];
  });
}

type State = ReturnType<typeof stateOf>['state'];

/** Where the beginning and the end stand among changes, in each state. */
function changeKeys(id: string, states: readonly State[]) {
  return {
    beganKeys: states.map(({ sinceEdtf }) => changeKey('BEGAN', sinceEdtf, id)),
    endedKeys: states.map(({ untilEdtf }) => changeKey('ENDED', untilEdtf, id)),
  };
}

/** The order and the bounds of several states as text, so that statements can filter and sort by what was known. */
function historyLists(id: string, states: readonly State[]) {
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
