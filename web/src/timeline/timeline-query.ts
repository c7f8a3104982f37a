import { eventLine } from '../event/event-fields.ts';
import { named, turning } from '../graphql/fragments.ts';
import { graphql, type ResultOf, type VariablesOf } from '../graphql/tada.ts';

const events = graphql(
  `
    fragment DrawnEvents on EventConnection {
      totalCount
      edges {
        node {
          ...EventLine
          date {
            earliest
            latest
            approximate
            uncertain
          }
          participants {
            label(language: $language)
            entity {
              ...Named
            }
          }
        }
      }
      pageInfo {
        ...Turning
      }
    }
  `,
  [eventLine, named, turning],
);

/**
 * The events of a timeline: those that can be drawn (of a range, where there are more than are drawn), how many there are
 * in all and when, and whose lanes are asked for.
 */
export const timelineQuery = graphql(
  `
    query Timeline(
      $drawn: EventFilter!
      $kinds: [EventKind!]
      $from: Date
      $to: Date
      $lanes: [String!]!
      $unit: BucketUnit!
      $language: Language!
    ) {
      events: timeline(where: $drawn, kinds: $kinds, from: $from, to: $to, first: 100) {
        ...DrawnEvents
      }
      whole: timeline(where: $drawn, kinds: $kinds) {
        totalCount
        buckets(unit: $unit) {
          key
          kind
          label(language: $language)
          count
          earliest
          latest
        }
      }
      lanes: entities(where: { slugs: $lanes }, first: 100) {
        nodes {
          ...Named
        }
      }
    }
  `,
  [named, events],
);

/** The pages of events after the first. */
export const moreEventsQuery = graphql(
  `
    query TimelineMore(
      $drawn: EventFilter!
      $kinds: [EventKind!]
      $from: Date
      $to: Date
      $after: String!
      $language: Language!
    ) {
      events: timeline(where: $drawn, kinds: $kinds, from: $from, to: $to, first: 100, after: $after) {
        ...DrawnEvents
      }
    }
  `,
  [events],
);

/**
 * The events without a date, page by page. They are asked for apart: which part of time is in view is nothing to them.
 */
export const undatedQuery = graphql(
  `
    query TimelineUndated($where: EventFilter!, $kinds: [EventKind!], $after: String, $language: Language!) {
      events: timeline(where: $where, kinds: $kinds, first: 100, after: $after) {
        ...DrawnEvents
      }
    }
  `,
  [events],
);

/** Events by name: what the address has selected may not be among what is drawn. */
export const selectedQuery = graphql(
  `
    query TimelineSelected($where: EventFilter!, $language: Language!) {
      events(where: $where, first: 100) {
        ...DrawnEvents
      }
    }
  `,
  [events],
);

/** What a timeline asks for. */
export type TimelineVariables = VariablesOf<typeof timelineQuery>;
/** What it is answered. */
export type TimelineAnswer = ResultOf<typeof timelineQuery>;
/** What is asked of events without a date. */
export type UndatedVariables = VariablesOf<typeof undatedQuery>;
/** An event as it is drawn. */
export type DrawnEvent = ResultOf<typeof events>['edges'][number]['node'];
/** One of the values of EventKind. */
export type EventKind = DrawnEvent['kind'];
