import { type EventKind, eventRule } from '../model/events.ts';
import { relationshipId } from '../model/keys.ts';
import { parseEdtf } from '../time/edtf.ts';
import { timelineKey } from '../time/order.ts';
import type { Dossier, EventEntry, ParticipantEntry } from './format.ts';
import { firstGiven, groupedBy, united } from './merge.ts';
import type { EdgeRow, NodeRow } from './plan.ts';
import { eventsOf, publicationId } from './publications.ts';
import { claimsOf } from './relationships.ts';

type Told = { article: string; entry: EventEntry };

/** The events of dossiers with who took part in them and what they are part of. */
export type EventPlan = { events: NodeRow<EventKind>[]; participations: EdgeRow[]; partOf: EdgeRow[] };

/** Plans the events of dossiers (newest first): each once, with the participants of all its tellings. */
export function planEvents(dossiers: readonly Dossier[]): EventPlan {
  const told = dossiers.flatMap((dossier) =>
    eventsOf(dossier).map((entry): Told => ({ article: dossier.article.id, entry })),
  );
  const tellings = [...groupedBy(told, ({ entry }) => entry.id).values()];
  const effects = effectsOf(dossiers);
  return {
    events: tellings.map((group) => eventRow(group, effects)),
    participations: tellings.flatMap(participations),
    partOf: tellings.flatMap((group) => {
      const whole = firstGiven(group, ({ entry }) => entry.partOf);
      return whole && group[0] ? [{ from: group[0].entry.id, to: whole }] : [];
    }),
  };
}

function eventRow(group: Told[], effects: ReturnType<typeof effectsOf>): NodeRow<EventKind> {
  const entries = group.map(({ entry }) => entry);
  const [{ id, kind }] = entries as [EventEntry];
  const edtf = firstGiven(entries, ({ date }) => date);
  const date = edtf === null ? null : parseEdtf(edtf);
  const amounts = firstGiven(entries, ({ amounts: given }) => (given?.length ? given : null)) ?? [];
  const position = firstGiven(entries, (entry) => entry.position);
  const article = group.find((telling) => publicationId(telling.article) === id)?.article ?? null;
  return {
    id,
    kind,
    properties: {
      id,
      kind,
      titleEn: firstGiven(entries, ({ title }) => title.en),
      titleKo: firstGiven(entries, ({ title }) => title.ko),
      dateEdtf: edtf,
      timelineKey: timelineKey(date, id),
      amountValues: amounts.map(({ amount }) => amount),
      amountCurrencies: amounts.map(({ currency }) => currency),
      amountApproximate: amounts.map(({ approximate }) => approximate),
      positionEn: position?.title.en ?? null,
      positionKo: position?.title.ko ?? null,
      opens: effects.opens.get(id) ?? [],
      closes: effects.closes.get(id) ?? [],
      articleId: article,
      declaredBy: [...new Set(group.map((telling) => telling.article))].sort(),
    },
    dates: { dateEarliest: date?.earliest ?? null, dateLatest: date?.latest ?? null },
  };
}

/** Which relationships each event begins and ends, by the event's id. */
function effectsOf(dossiers: readonly Dossier[]) {
  const claims = dossiers.flatMap(claimsOf);
  const ids = (by: 'openedBy' | 'closedBy') => {
    const groups = groupedBy(
      claims.filter((claim) => claim[by] !== undefined),
      (claim) => claim[by] ?? '',
    );
    return new Map([...groups].map(([event, group]) => [event, united(group, ({ id }) => [id]).sort()]));
  };
  return { opens: ids('openedBy'), closes: ids('closedBy') };
}

/** Who took part in an event: once a role, in the order of the kind's roles and then of the dossiers. */
function participations(group: Told[]): EdgeRow[] {
  const all = group.flatMap(({ entry }) =>
    Object.keys(eventRule(entry.kind).roles).flatMap((role) =>
      (entry.participants[role] ?? []).map((participant) => participation(entry.id, role, participant)),
    ),
  );
  const distinct = groupedBy(all, ({ from, properties }) => `${properties.role}.${from}`);
  return [...distinct.values()].map((same, place) => ({
    ...(same[0] as (typeof all)[number]),
    properties: {
      role: same[0]?.properties.role ?? '',
      office: firstGiven(same, ({ properties }) => properties.office),
      place,
    },
  }));
}

function participation(event: string, role: string, participant: ParticipantEntry) {
  const { id, office } =
    typeof participant === 'string' ? { id: participant, office: undefined } : participant;
  const held = office ? relationshipId(id, 'HOLDS_POSITION', office.organization, office.position) : null;
  return { from: id, to: event, properties: { role, office: held } };
}
