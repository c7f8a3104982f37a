import {
  canonicalEvent,
  collectEvents,
  eventFields,
  eventOf,
  type OurEvent,
  type PeerEvent,
  type PlainEvent,
} from './events.ts';
import { ask, type Operation } from './operation.ts';

/** The first page of a year's timeline: what may have happened in it, with who took part. */
export const q3: Operation = {
  id: 'Q3',
  title: 'timeline of a year, first 20 events with participants',
  draw: ({ years }, random) => {
    const year = random.pick(years);
    return { from: `${year}-01-01`, to: `${year}-12-31` };
  },
  ours: ask<{ timeline: { nodes: OurEvent[] } }>(
    `query ($from: Date!, $to: Date!) {
      timeline(from: $from, to: $to, first: 20) { nodes { ${eventFields.ours} } } }`,
    ({ timeline }) => timeline.nodes.map(canonicalEvent.ours),
  ),
  peer: ask<{ events: PeerEvent[] }>(
    // An event lies in the year when it may: its date may be a decade, or open at an end.
    `query ($from: Date!, $to: Date!) { events(limit: 20, sort: [{timelineKey: ASC}], where: {AND: [
      {NOT: {dateEdtf: {eq: null}}}
      {OR: [{dateLatest: {eq: null}}, {dateLatest: {gte: $from}}]}
      {OR: [{dateEarliest: {eq: null}}, {dateEarliest: {lte: $to}}]}
    ]}) { ${eventFields.peer} } }`,
    ({ events }) => events.map(canonicalEvent.peer),
  ),
  plain: ask<{ timeline: PlainEvent[] }>(
    `query ($from: String!, $to: String!) { timeline(from: $from, to: $to, first: 20) { ${eventFields.plain} } }`,
    ({ timeline }) => timeline.map(canonicalEvent.plain),
  ),
  handWritten: {
    field: 'timeline',
    // Timeline keys begin with the earliest day, so their index cuts off what lies past the year's end. What has no
    // earliest day stands at its latest one: only where the page is not full yet can such an event belong to it.
    cypher: `CALL () {
        MATCH (e:Event) WHERE e.timelineKey < $to + '~' AND (e.dateLatest IS NULL OR e.dateLatest >= date($from))
        WITH e ORDER BY e.timelineKey LIMIT 20 RETURN collect(e) AS page
      }
      CALL (page) {
        WITH page WHERE size(page) < 20
        MATCH (e:Event) WHERE e.timelineKey > $to + '~' AND e.dateEarliest IS NULL AND e.dateLatest >= date($from)
        WITH e ORDER BY e.timelineKey LIMIT 20 RETURN collect(e) AS more
      }
      UNWIND (page + more)[..20] AS e
      ${collectEvents} d`,
    shape: (d) => (d as unknown[][]).map(eventOf),
  },
  naive: true,
};
