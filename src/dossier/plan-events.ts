import type { Value } from '../graph/store.ts';
import { type EventKind, eventRule } from '../model/events.ts';
import type { Contestable } from '../model/facts.ts';
import { relationshipId } from '../model/keys.ts';
import { bucketKey, bucketUnits } from '../time/bucket.ts';
import { timelineKey } from '../time/order.ts';
import { reachOf } from '../time/reach.ts';
import { type AgreedDate, agreedDate, type Days, hullOf, readDate, reportedDay } from './dates.ts';
import type { Dossier, EventEntry, ParticipantEntry } from './format.ts';
import { historyProperties, sourcesOf, type Told, versionsOf } from './history.ts';
import { firstGiven, groupedBy, united } from './merge.ts';
import type { EdgeRow, NodeRow } from './plan.ts';
import { eventsOf, isPublicationOf } from './publications.ts';
import { type Claim, claimsOf } from './relationships.ts';
import { sumsDiffer } from './sums.ts';
import { changeKey, tellingText, toldDates } from './told.ts';

type Telling = Told & {
  readonly entry: EventEntry;
  /** Ids of the relationships that, by this telling, the event began and ended. */
  readonly opens: readonly string[];
  readonly closes: readonly string[];
};
type Tellings = readonly [Telling, ...Telling[]];

/** The events of dossiers with who took part in them and what they are part of. */
export type EventPlan = { events: NodeRow<EventKind>[]; participations: EdgeRow[]; partOf: EdgeRow[] };

/** Plans the events of dossiers (newest first): each once, with the participants of all its tellings. */
export function planEvents(dossiers: readonly Dossier[]): EventPlan {
  const groups = [...groupedBy(dossiers.flatMap(tellingsOf), ({ entry }) => entry.id).values()];
  const tellings = groups as unknown as Tellings[];
  return {
    events: tellings.map(eventRow),
    participations: tellings.flatMap(participations),
    partOf: tellings.flatMap((group) => {
      const whole = firstGiven(group, ({ entry }) => entry.partOf);
      return whole ? [{ from: group[0].entry.id, to: whole }] : [];
    }),
  };
}

function tellingsOf(dossier: Dossier): Telling[] {
  const claims = claimsOf(dossier);
  const opens = groupedBy(claims, ({ openedBy = '' }) => openedBy);
  const closes = groupedBy(claims, ({ closedBy = '' }) => closedBy);
  const idsIn = (group: readonly Claim[] = []) => group.map(({ id }) => id);
  const reported = reportedDay(dossier.article.published);
  return eventsOf(dossier).map((entry) => ({
    article: dossier.article.id,
    reported,
    entry,
    opens: idsIn(opens.get(entry.id)),
    closes: idsIn(closes.get(entry.id)),
  }));
}

function eventRow(tellings: Tellings): NodeRow<EventKind> {
  const { id, kind } = tellings[0].entry;
  const versions = versionsOf(tellings, stateOf);
  const { record } = versions.at(-1) ?? versions[0];
  const date = readDate(record.dateEdtf);
  const states = versions.map((version) => version.record);
  const dates = versionsOf(tellings, dateOf).map((version) => version.record);
  return {
    id,
    kind,
    properties: {
      id,
      kind,
      ...record,
      timelineKey: keyOf(tellings),
      datePrecision: date?.precision ?? null,
      articleId: tellings.find(({ article }) => isPublicationOf(article, id))?.article ?? null,
      declaredBy: sourcesOf(tellings),
      tellings: tellings.length > 1 ? told(tellings) : null,
      ...historyProperties(versions, (several) => historyLists(id, several)),
      happenedKeys: states.map(({ dateEdtf }) => changeKey('HAPPENED', dateEdtf, id)),
      ...toldDates('date', dates),
      ...bucketLists(dates.map(({ edtf, rivals }) => hullOf([edtf, ...rivals]))),
    },
    dates: { dateEarliest: date?.earliest ?? null, dateLatest: date?.latest ?? null },
  };
}

/** Where an event stands among others in time. */
function keyOf(tellings: Tellings): string {
  return timelineKey(readDate(dateOf(tellings).edtf), tellings[0].entry.id);
}

/** Order, titles and precisions of several states, empty for none, so that statements can go by what was known. */
function historyLists(id: string, states: readonly ReturnType<typeof stateOf>[]) {
  return {
    historyKeys: states.map(({ dateEdtf }) => timelineKey(readDate(dateEdtf), id)),
    historyTitleEn: states.map(({ titleEn }) => titleEn ?? ''),
    historyTitleKo: states.map(({ titleKo }) => titleKo ?? ''),
    historyPrecisions: states.map(({ dateEdtf }) => readDate(dateEdtf)?.precision ?? ''),
  };
}

/** For each length of bucket, the bucket in each state of an event that holds all days it may have happened on. */
function bucketLists(dates: readonly (Days | null)[]) {
  return {
    ...Object.fromEntries(
      bucketUnits.map((unit) => [`bucket${unit}`, dates.map((date) => bucketKey(date, unit))]),
    ),
    // What lists in order of time go by is what stands now.
    reach: reachOf(bucketKey(dates.at(-1) ?? null, 'MONTH')),
  };
}

/** What a time's tellings make of an event. */
function stateOf(tellings: Tellings) {
  const entries = tellings.map(({ entry }) => entry);
  const amounts = firstGiven(entries, (entry) => (entry.amounts?.length ? entry.amounts : null)) ?? [];
  const position = firstGiven(entries, (entry) => entry.position);
  return {
    titleEn: firstGiven(entries, ({ title }) => title.en),
    titleKo: firstGiven(entries, ({ title }) => title.ko),
    dateEdtf: dateOf(tellings).edtf,
    amountValues: amounts.map(({ amount }) => amount),
    amountCurrencies: amounts.map(({ currency }) => currency),
    amountApproximate: amounts.map(({ approximate }) => approximate),
    positionEn: position?.title.en ?? null,
    positionKo: position?.title.ko ?? null,
    opens: united(tellings, ({ opens }) => opens).sort(),
    closes: united(tellings, ({ closes }) => closes).sort(),
    contested: contestedFields(tellings),
    sourceCount: tellings.length,
  };
}

function dateOf(tellings: Tellings): AgreedDate {
  return agreedDate(tellings.map(({ entry }) => entry.date));
}

/** The fields in which sources disagree: dates that do not fit together, different exact sums in one currency. */
function contestedFields(tellings: Tellings): Contestable[] {
  return [
    ...(dateOf(tellings).rivals.length > 0 ? (['date'] as const) : []),
    ...(sumsDiffer(tellings.map(({ entry }) => entry.amounts ?? [])) ? (['amounts'] as const) : []),
  ];
}

/** What each article tells, oldest first. */
function told(tellings: Tellings): string[] {
  const entries = new Map(tellings.map(({ article, entry }) => [article, entry]));
  return sourcesOf(tellings).map((article) => {
    const { date = null, amounts = [] } = entries.get(article) ?? {};
    return tellingText({ article, date, amounts });
  });
}

/** Who took part in an event: once a role, in the order of the kind's roles and then of the dossiers. */
function participations(tellings: Tellings): EdgeRow[] {
  const all = tellings.flatMap(({ entry, reported }) =>
    Object.keys(eventRule(entry.kind).roles).flatMap((role) =>
      (entry.participants[role] ?? []).map((participant) =>
        participation(entry.id, role, participant, reported),
      ),
    ),
  );
  const distinct = groupedBy(all, ({ from, properties }) => `${properties.role}.${from}`);
  const rows = [...distinct.values()] as unknown as [(typeof all)[number], ...typeof all][];
  return rows.map((same, place) => ({
    ...same[0],
    properties: {
      ...same[0].properties,
      office: firstGiven(same, ({ properties }) => properties.office),
      reportedFrom: same.map(({ properties }) => properties.reportedFrom).sort()[0] ?? null,
      place,
      // By these an entity's events stand in order of time in an index of relationships, where an engine has such.
      entity: same[0].from,
      timelineKey: keyOf(tellings),
    } satisfies { [name: string]: Value },
  }));
}

function participation(event: string, role: string, participant: ParticipantEntry, reportedFrom: string) {
  const { id, office } =
    typeof participant === 'string' ? { id: participant, office: undefined } : participant;
  const held = office ? relationshipId(id, 'HOLDS_POSITION', office.organization, office.position) : null;
  return { from: id, to: event, properties: { role, office: held, reportedFrom } };
}
