import { z } from 'zod';
import { type EventKind, eventKinds, type Role, roles } from '../../model/events.ts';
import { keysOf } from '../../model/keys.ts';
import type { Event, Participation } from '../../model/things.ts';
import { list, nested, property, type Selection, select } from '../columns.ts';
import { entityColumns } from './entity.ts';
import { keyed, lookup } from './keyed.ts';
import { applying, type List } from './list.ts';

const text = z.string();

/** The columns of an event bound to `e`. */
export function eventColumns(e: string): Selection<Event> {
  return select<Event>({
    id: property(e, 'id', text),
    kind: property(e, 'kind', z.enum(keysOf(eventKinds))),
    titleEn: property(e, 'titleEn', text.nullable()),
    titleKo: property(e, 'titleKo', text.nullable()),
    dateEdtf: property(e, 'dateEdtf', text.nullable()),
    amountValues: list(e, 'amountValues', text),
    amountCurrencies: list(e, 'amountCurrencies', text),
    amountApproximate: list(e, 'amountApproximate', z.boolean()),
    positionEn: property(e, 'positionEn', text.nullable()),
    positionKo: property(e, 'positionKo', text.nullable()),
    opens: list(e, 'opens', text),
    closes: list(e, 'closes', text),
    articleId: property(e, 'articleId', text.nullable()),
  });
}

/** Events by id. */
export const eventsById = lookup('Event.byId', 'MATCH (e:Thing {id: k}) WHERE e:Event', eventColumns('e'));

/** The event that each event is a part of. */
export const wholeOfEvent = lookup(
  'Event.partOf',
  'MATCH (:Thing {id: k})-[:PART_OF]->(e:Event)',
  eventColumns('e'),
);

const participation = select<Participation>({
  role: property('p', 'role', z.enum([...roles.keys()])),
  officeId: property('p', 'office', text.nullable()),
  entity: nested(entityColumns('n')),
});

/** Who took part in each event, in the order of the dossier. */
export const participantsOfEvent = keyed(
  'Event.participants',
  'MATCH (:Thing {id: k})<-[p:PARTICIPATED_IN]-(n:Entity) WITH p, n ORDER BY p.place, n.id ' +
    `RETURN collect(${participation.cypher}) AS d`,
  z.array(participation.schema),
);

/** Which events a timeline holds. */
export type TimelineFilter = {
  readonly kinds?: readonly EventKind[];
  readonly roles?: readonly Role[];
  /** ISO days: events that may have happened on or between them. */
  readonly from?: string;
  readonly to?: string;
};

/** Events in order of time: all of them, or those that the parent `k` took part in, or the parts of the event `k`. */
export function eventList(
  of: 'ALL' | 'ENTITY' | 'EVENT',
  { kinds, roles: inRoles, from, to }: TimelineFilter,
  descending: boolean,
): List<Event> {
  const match = {
    ALL: 'MATCH (e:Event)',
    ENTITY: 'MATCH (:Thing {id: k})-[p:PARTICIPATED_IN]->(e:Event)',
    EVENT: 'MATCH (:Thing {id: k})<-[:PART_OF]-(e:Event)',
  }[of];
  return {
    name: { ALL: 'Query.timeline', ENTITY: 'Entity.timeline', EVENT: 'Event.parts' }[of],
    match,
    variables: 'e',
    where: applying(
      kinds && 'e.kind IN $kinds',
      inRoles && 'p.role IN $roles',
      // An event overlaps the range unless it surely lies outside; an end that is not known rules nothing out,
      // but an event without any date lies in no range.
      (from || to) && 'e.dateEdtf IS NOT NULL',
      from && '(e.dateLatest IS NULL OR e.dateLatest >= date($from))',
      to && '(e.dateEarliest IS NULL OR e.dateEarliest <= date($to))',
    ),
    // One entity can take part in one event under several roles.
    ...(of === 'ENTITY' && { distinct: true }),
    order: [{ by: 'e.timelineKey', descending }],
    selection: eventColumns('e'),
    params: {
      ...(kinds && { kinds }),
      ...(inRoles && { roles: inRoles }),
      ...(from && { from }),
      ...(to && { to }),
    },
  };
}
