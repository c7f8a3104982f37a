import { eventKinds, type Role, roles } from '../../model/events.ts';
import type { EventFilter, OrderBy, ReportedBy } from '../../model/filters.ts';
import { keysOf } from '../../model/keys.ts';
import type { Event, Participation } from '../../model/things.ts';
import { bucketUnits } from '../../time/bucket.ts';
import { reachesIn } from '../../time/reach.ts';
import { list, property, type RecordOf } from '../columns.ts';
import { nullable, oneOf, text, truth } from '../decode.ts';
import type { OrderedFilter } from '../store.ts';
import { entityRecord } from './entity.ts';
import { createBag } from './filters/bag.ts';
import { eventConditions } from './filters/event.ts';
import { keyIn, knownBy, version } from './filters/time.ts';
import { lookup } from './keyed.ts';
import { type Anchor, applying, type List, orderOf, whereAll } from './list.ts';
import { sourcedColumns } from './sources.ts';

const event: RecordOf<Event> = {
  variable: 'e',
  always: ['id', 'kind'],
  columns: {
    id: property('e', 'id', text),
    kind: property('e', 'kind', oneOf(keysOf(eventKinds))),
    titleEn: property('e', 'titleEn', nullable(text)),
    titleKo: property('e', 'titleKo', nullable(text)),
    dateEdtf: property('e', 'dateEdtf', nullable(text)),
    amountValues: list('e', 'amountValues', text),
    amountCurrencies: list('e', 'amountCurrencies', text),
    amountApproximate: list('e', 'amountApproximate', truth),
    positionEn: property('e', 'positionEn', nullable(text)),
    positionKo: property('e', 'positionKo', nullable(text)),
    opens: list('e', 'opens', text),
    closes: list('e', 'closes', text),
    articleId: property('e', 'articleId', nullable(text)),
    ...sourcedColumns('e'),
  },
};

/** The event bound to `e`, as it was known in the version bound. */
export const eventAsKnown: RecordOf<Event> = { ...event, history: `e.history[${version}]` };

/** Events by id. */
export const eventsById = lookup('Event.byId', 'MATCH (e:Thing {id: k}) WHERE e:Event', event);

/** One event or several, found from their parent. */
function found(name: string, match: List<Event>['match'], order: List<Event>['order'] = []): List<Event> {
  return { name, match, variables: 'e', where: [], order, facets: {}, record: event, params: {} };
}

/** The event with an id. */
export const eventWithId: List<Event> = {
  ...found('Event.byId', ({ id }) => `MATCH (e:Thing {id: ${id}})`),
  where: ['e:Event'],
};

/** The event that an event is a part of; with `reportedBy`, as it was known on that day. */
export function wholeOfEvent({ reportedBy }: ReportedBy): List<Event> {
  const whole = found('Event.partOf', ({ node }) => `MATCH ${node}-[:PART_OF]->(e:Event)`);
  if (!reportedBy) return whole;
  return {
    ...whole,
    match: (parent) => `${whole.match(parent)}${knownBy('e', 'e')}`,
    variables: `e, ${version}`,
    where: [`${version} >= 0`],
    reportedBy,
    record: eventAsKnown,
    params: { reportedBy },
  };
}

/** The events of an article's own life: its publication, and each time it was shared elsewhere. */
export const publicationsOfArticle = found(
  'Article.publications',
  ({ node }) => `MATCH ${node}<-[:PUBLISHES]-(e:Event)`,
  [{ name: 'DATE', by: 'e.timelineKey' }],
);

const participation: RecordOf<Participation> = {
  variable: 't',
  columns: {
    role: property('t', 'role', oneOf([...roles.keys()])),
    officeId: property('t', 'office', nullable(text)),
    entity: entityRecord('n'),
  },
};

/** Who took part in an event, in the order of the dossier; with `reportedBy`, who was known to by that day. */
export function participantsOfEvent({ reportedBy }: ReportedBy): List<Participation> {
  return {
    name: 'Event.participants',
    match: ({ node }) => `MATCH ${node}<-[t:PARTICIPATED_IN]-(n:Entity)`,
    variables: 't, n',
    where: applying(reportedBy && 't.reportedFrom <= $reportedBy'),
    reportedBy,
    order: [
      { name: 'PLACE', by: 't.place' },
      { name: 'SLUG', by: 'n.id' },
    ],
    facets: {},
    record: participation,
    params: reportedBy ? { reportedBy } : {},
  };
}

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
  /** For the events that an entity took part in: only those in which it had one of these roles. */
  readonly roles?: readonly Role[] | null;
};

/** The bucket of an event's date, by length of bucket: in the state bound, or in the last one. */
function bucketFacets(state: string | null) {
  const facet = (unit: string) => `e.bucket${unit}[${state ?? `size(e.bucket${unit}) - 1`}]`;
  return Object.fromEntries(bucketUnits.map((unit) => [unit, facet(unit)]));
}

const eventMatches = {
  ALL: () => 'MATCH (e:Event)',
  ENTITY: ({ node }: Anchor) => `MATCH ${node}-[t:PARTICIPATED_IN]->(e:Event)`,
  EVENT: ({ node }: Anchor) => `MATCH ${node}<-[:PART_OF]-(e:Event)`,
} as const;

/** The participations of an entity in order of time. */
const participationsByDate = {
  match: 'MATCH ()-[t:PARTICIPATED_IN]->(e:Event)',
  parent: 't.entity',
  by: 't.timelineKey',
} as const;

/** Whether events are ordered by date alone: no two of them share a key of that. */
function isByDate(orderBy: EventListOptions['orderBy']): boolean {
  const [key, ...more] = orderBy ?? [];
  return (!key || key.field === 'DATE') && more.length === 0;
}

const eventListNames = { ALL: 'Query.timeline', ENTITY: 'Entity.timeline', EVENT: 'Event.parts' } as const;

/** Conditions on an entity's part `t` in an event; that it took part may have been reported later than the event. */
function partConditions({ reportedBy, roles }: EventListOptions): string[] {
  return applying(roles && 't.role IN $roles', reportedBy && 't.reportedFrom <= $reportedBy');
}

/**
 * Events in order of time unless ordered otherwise: all of them, or those that the parent took part in, or
 * the parts of the parent. With `reportedBy`, as they were known on that day.
 */
export function eventList(of: keyof typeof eventMatches, options: EventListOptions): List<Event> {
  const { where, orderBy, reportedBy, roles } = options;
  const bag = createBag();
  const part = of === 'ENTITY' ? partConditions(options) : [];
  // A version is bound behind the conditions on the part, which it leaves behind.
  const known = reportedBy ? `${whereAll(part)}${knownBy('e', 'e')}` : '';
  const ordered = of === 'ALL' && !reportedBy ? orderedEvents(options) : undefined;
  const orders = reportedBy ? { ...eventOrders, DATE: keyIn('e') } : eventOrders;
  return {
    name: eventListNames[of],
    match: (parent) => `${ordered?.match ?? eventMatches[of](parent)}${known}`,
    ...ordered?.list,
    variables: reportedBy ? `e, ${version}` : 'e',
    where: [
      ...(reportedBy ? [`${version} >= 0`] : part),
      ...(ordered?.where ?? []),
      ...eventConditions('e', where, bag, Boolean(reportedBy)),
    ],
    // One entity can take part in one event under several roles.
    ...(of === 'ENTITY' && { distinct: true }),
    ...(of === 'ENTITY' && !reportedBy && isByDate(orderBy) && { indexed: participationsByDate }),
    order: orderOf(orderBy, orders, ['DATE', 'SLUG']),
    reportedBy,
    facets: { KIND: 'e.kind', ...bucketFacets(reportedBy ? version : null) },
    record: reportedBy ? eventAsKnown : event,
    params: {
      ...bag.params,
      ...ordered?.params,
      ...(reportedBy && { reportedBy }),
      ...(roles && { roles }),
    },
  };
}

/**
 * How all events, those of some kinds or those of a range of days are found where they stand in order of time. A range
 * is read reach by reach: the events of each that may lie in it stand together.
 */
function orderedEvents({ where, orderBy }: EventListOptions) {
  const { kinds, occurred, ...rest } = where ?? {};
  if (!isByDate(orderBy)) return undefined;
  const [key] = orderBy ?? [];
  const { from, to } = occurred ?? {};
  const isSimple = Object.values(rest).every((value) => value == null || isEmpty(value));
  const filter: OrderedFilter = { list: 'Event', kinds, from, to };
  const byIds = (ids: string) => `UNWIND ${ids} AS one MATCH (e:Thing {id: one})`;
  const backwards = key?.direction === 'DESC';
  const list = isSimple ? { ordered: { filter, backwards, byIds } } : {};
  if (!from && !to) return { list };
  return {
    list: { ...list, parts: 'e.reach' },
    match: 'MATCH (e:Event {reach: part[0]})',
    where: ['e.timelineKey >= part[1]', 'e.timelineKey < part[2]'],
    params: { parts: reachesIn(from, to) },
  };
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
