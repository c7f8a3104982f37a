import { z } from 'zod';
import { eventKinds, type Role, roles } from '../../model/events.ts';
import type { EventFilter, OrderBy, ReportedBy } from '../../model/filters.ts';
import { keysOf } from '../../model/keys.ts';
import type { Event, Participation } from '../../model/things.ts';
import { bucketUnits } from '../../time/bucket.ts';
import { asKnown, list, nested, property, type Selection, select } from '../columns.ts';
import { entityColumns } from './entity.ts';
import { createBag } from './filters/bag.ts';
import { eventConditions } from './filters/event.ts';
import { knownBy, version } from './filters/time.ts';
import { keyed, lookup } from './keyed.ts';
import { applying, type List, orderOf } from './list.ts';
import { sourcedColumns } from './sources.ts';

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
    ...sourcedColumns(e),
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

/** The events of each article's own life: its publication, and each time it was shared elsewhere. */
export const publicationsOfArticle = lookup(
  'Article.publications',
  'MATCH (:Thing {id: k})<-[:PUBLISHES]-(e:Event) WITH e ORDER BY e.timelineKey',
  eventColumns('e'),
);

const participation = select<Participation>({
  role: property('p', 'role', z.enum([...roles.keys()])),
  officeId: property('p', 'office', text.nullable()),
  reportedFrom: property('p', 'reportedFrom', text),
  entity: nested(entityColumns('n')),
});

/** Who took part in each event, in the order of the dossier. */
export const participantsOfEvent = keyed(
  'Event.participants',
  'MATCH (:Thing {id: k})<-[p:PARTICIPATED_IN]-(n:Entity) WITH p, n ORDER BY p.place, n.id ' +
    `RETURN collect(${participation.cypher}) AS d`,
  z.array(participation.schema),
);

/** What events can be ordered by. */
export const eventOrders = {
  DATE: 'e.timelineKey',
  KIND: 'e.kind',
  TITLE: 'toLower(coalesce(e.titleEn, e.titleKo))',
  SLUG: 'e.id',
} as const;

/** What a list of events takes. */
export type EventListOptions = ReportedBy & {
  readonly where?: EventFilter | null;
  readonly orderBy?: readonly OrderBy<keyof typeof eventOrders>[] | null;
  /** The role, for a list of the events in which the entity `k` had it. */
  readonly role?: Role;
};

/** The bucket of an event's date, by length of bucket: in the state bound, or in the last one. */
function bucketFacets(state: string | null) {
  const facet = (unit: string) => `e.bucket${unit}[${state ?? `size(e.bucket${unit}) - 1`}]`;
  return Object.fromEntries(bucketUnits.map((unit) => [unit, facet(unit)]));
}

const eventMatches = {
  ALL: 'MATCH (e:Event)',
  ENTITY: 'MATCH (:Thing {id: k})-[p:PARTICIPATED_IN]->(e:Event)',
  EVENT: 'MATCH (:Thing {id: k})<-[:PART_OF]-(e:Event)',
  ROLE: 'MATCH (:Thing {id: k})-[p:PARTICIPATED_IN {role: $role}]->(e:Event)',
} as const;

/** That an entity took part in an event may have been reported later than the event. */
const partReported = {
  ALL: '',
  ENTITY: ' WHERE p.reportedFrom <= $reportedBy',
  EVENT: '',
  ROLE: ' WHERE p.reportedFrom <= $reportedBy',
} as const;

const eventListNames = {
  ALL: 'Query.timeline',
  ENTITY: 'Entity.timeline',
  EVENT: 'Event.parts',
  ROLE: 'Entity.timeline.inRole',
} as const;

/**
 * Events in order of time unless ordered otherwise: all of them, or those that the entity `k` took part in, or the
 * parts of the event `k`. With `reportedBy`, as they were known on that day.
 */
export function eventList(of: keyof typeof eventMatches, options: EventListOptions): List<Event> {
  const { where, orderBy, reportedBy, role } = options;
  const bag = createBag();
  const orders = reportedBy ? { ...eventOrders, DATE: `e.historyKeys[${version}]` } : eventOrders;
  return {
    name: eventListNames[of],
    match: `${eventMatches[of]}${reportedBy ? `${partReported[of]}${knownBy('e', 'e')}` : ''}`,
    variables: reportedBy ? `e, ${version}` : 'e',
    where: [
      ...applying(reportedBy && `${version} >= 0`),
      ...eventConditions('e', where, bag, Boolean(reportedBy)),
    ],
    // One entity can take part in one event under several roles.
    ...(of === 'ENTITY' && { distinct: true }),
    order: orderOf(orderBy, orders, ['DATE', 'SLUG']),
    facets: { KIND: 'e.kind', ...bucketFacets(reportedBy ? version : null) },
    selection: reportedBy ? asKnown(eventColumns('e'), `e.history[${version}]`) : eventColumns('e'),
    params: { ...bag.params, ...(reportedBy && { reportedBy }), ...(role && { role }) },
  };
}
