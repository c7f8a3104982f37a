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
    // By the index over an event's reach and place in time: of the months, quarters and years that the year holds, of
    // the decades and centuries that may hold it, and of what is open at an end.
    cypher: `UNWIND [
        ['MONTH', $from, $to], ['QUARTER', $from, $to], ['YEAR', $from, $to],
        ['DECADE', left($from, 3) + '0-01-01', $to], ['CENTURY', left($from, 2) + '00-01-01', $to], ['OPEN', '', '~']
      ] AS part
      CALL (part) {
        MATCH (e:Event {reach: part[0]}) WHERE e.timelineKey >= part[1] AND e.timelineKey < part[2] + '~'
          AND (e.dateLatest IS NULL OR e.dateLatest >= date($from))
          AND (e.dateEarliest IS NULL OR e.dateEarliest <= date($to))
        RETURN e ORDER BY e.timelineKey LIMIT 20
      }
      WITH e ORDER BY e.timelineKey LIMIT 20
      ${collectEvents} d`,
    shape: (d) => (d as unknown[][]).map(eventOf),
  },
  naive: true,
};
