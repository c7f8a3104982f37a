import { useEffect, useMemo, useRef, useState } from 'react';
import { Link } from '../app/link.tsx';
import { useParam } from '../app/params.ts';
import { addresses } from '../app/routes.ts';
import { Answered } from '../components/answered.tsx';
import { isDay } from '../components/day.ts';
import '../components/drawing.css';
import { GraphqlLink } from '../components/graphql-link.tsx';
import { ShowAs, useShowsTable } from '../components/show-as.tsx';
import { Failed, Nothing } from '../components/states.tsx';
import { useAnswer } from '../graphql/use-answer.ts';
import { type Rows, useMore } from '../graphql/use-more.ts';
import { useLanguage, useText } from '../i18n/language.tsx';
import { Drawing } from './drawing.tsx';
import { EventTable } from './event-table.tsx';
import { type Unit, unitOf } from './histogram.ts';
import { Legend } from './legend.tsx';
import { type Range, wholeOf } from './range.ts';
import { SelectedEvents } from './selected-events.tsx';
import {
  type DrawnEvent,
  type EventKind,
  moreEventsQuery,
  type TimelineAnswer,
  type TimelineVariables,
  timelineQuery,
  type UndatedVariables,
} from './timeline-query.ts';
import { Undated } from './undated.tsx';
import { useSelected } from './use-selected.ts';
import './timeline.css';

type TimelineProps = {
  /** The slugs of entities, one lane for each; without any, all events in one. */
  readonly lanes: readonly string[];
  readonly kinds?: readonly EventKind[];
  readonly text?: string;
  /** Whether it is a part of a page: the wheel then scrolls, and zooms with Ctrl. */
  readonly embedded?: boolean;
};

/** So many events are drawn of their own accord, and so many at most. */
const few = 2_000;
const most = 10_000;

/** A timeline of events, in a lane for each entity. The address says which part is seen and what is selected. */
export function Timeline({ lanes, kinds, text, embedded = false }: TimelineProps) {
  const { timeline } = useText();
  const { variables, undated, decide } = useQuestion({ lanes, kinds, text });
  const answer = useAnswer(timelineQuery, variables);
  const { named, all, count, select } = useSelected();
  useEffect(() => {
    if (answer.state === 'ready' && !answer.stale) decide(answer.data);
  }, [answer, decide]);
  return (
    <div className="timeline">
      <Answered answer={answer} lines={8}>
        {(data) => (
          <Drawn
            data={data}
            variables={variables}
            slugs={lanes}
            selected={named}
            select={select}
            embedded={embedded}
          />
        )}
      </Answered>
      {all.length > 0 && <SelectedEvents slugs={all} count={count} close={() => select([])} />}
      {embedded ? (
        <Link className="timeline-alone" to={addresses.timelineOf(lanes.join(','))}>
          {timeline.compare}
        </Link>
      ) : (
        <>
          <Undated variables={undated} />
          <GraphqlLink query={timelineQuery} variables={variables} />
        </>
      )}
    </div>
  );
}

type Question = {
  readonly variables: TimelineVariables;
  /** What is asked of the events without a date, which are of no range and counted in no unit. */
  readonly undated: UndatedVariables;
  readonly decide: (data: TimelineAnswer) => void;
};

/**
 * What is asked. Only the answer tells how long the whole is and whether it is more than can be drawn: then the
 * question is put again, in a fitting unit, and of the range in view alone.
 */
function useQuestion({ lanes, kinds, text }: Pick<TimelineProps, 'lanes' | 'kinds' | 'text'>): Question {
  const { language } = useLanguage();
  const [from] = useParam('from');
  const [to] = useParam('to');
  const [unit, setUnit] = useState<Unit>('QUARTER');
  const [crowded, setCrowded] = useState(false);
  const ranged = crowded && from && to && isDay(from) && isDay(to);
  const { both, what } = useMemo(() => {
    const who = lanes.length > 0 ? { participants: { any: [...lanes] } } : {};
    return {
      what: text ? { ...who, text } : who,
      both: { kinds: kinds && kinds.length > 0 ? [...kinds] : null, language },
    };
  }, [lanes, kinds, text, language]);
  const variables = useMemo(() => {
    const range = { from: ranged ? from : null, to: ranged ? to : null };
    return { ...both, ...range, drawn: { ...what, dated: true }, lanes: [...lanes], unit };
  }, [lanes, both, what, ranged, from, to, unit]);
  const undated = useMemo(() => ({ ...both, where: { ...what, dated: false } }), [both, what]);
  const decide = useMemo(
    () =>
      ({ whole, events }: TimelineAnswer) => {
        setUnit(unitOf(wholeOf(whole.buckets, datesOf(events.edges.map(({ node }) => node)))));
        setCrowded(whole.totalCount > few);
      },
    [],
  );
  return { variables, undated, decide };
}

type DrawnProps = {
  readonly data: TimelineAnswer;
  readonly variables: TimelineVariables;
  readonly slugs: readonly string[];
  readonly selected: readonly string[];
  readonly select: (keys: readonly string[]) => void;
  readonly embedded: boolean;
};

function Drawn({ data, variables, slugs, selected, select, embedded }: DrawnProps) {
  const { timeline } = useLanguage().text;
  const [limit, setLimit] = useState(few);
  const rows = useMore(data.events, {
    query: moreEventsQuery,
    variables: (after) => {
      const { drawn, kinds, from, to, language } = variables;
      return { drawn, kinds, from, to, language, after };
    },
    pick: (page) => page.events,
  });
  useAllUpTo(rows, limit);
  const events = useEvents(rows, Math.min(limit, data.events.totalCount));
  const lanes = useMemo(
    () => slugs.flatMap((slug) => data.lanes.nodes.filter((lane) => lane.slug === slug)),
    [slugs, data.lanes],
  );
  const whole = useWhole(data.whole.buckets, events);
  // A page that it is a part of has a list of the same.
  const table = useShowsTable() && !embedded;
  const { totalCount, buckets } = data.whole;
  if (totalCount === 0) return <Nothing title={timeline.none}>{timeline.noneHint}</Nothing>;
  return (
    <>
      <div className="drawing-head">
        {!embedded && <ShowAs />}
        <p className="drawing-count numbers" role="status">
          {timeline.drawn(events.length, totalCount)}
        </p>
        {rows.more && limit < most && events.length >= limit && (
          <button type="button" className="button" onClick={() => setLimit(most)}>
            {timeline.drawMore(Math.min(most, data.events.totalCount))}
          </button>
        )}
      </div>
      {rows.failure && rows.more && <Failed failure={rows.failure} retry={rows.more} />}
      {table ? (
        <EventTable events={events} />
      ) : (
        <>
          <Drawing
            {...{ events, lanes, buckets, whole, selected, select }}
            unit={variables.unit}
            politely={embedded}
          />
          <Legend loose={buckets.filter(({ earliest, latest }) => earliest === null || latest === null)} />
        </>
      )}
    </>
  );
}

const datesOf = (events: readonly DrawnEvent[]) => events.flatMap(({ date }) => (date ? [date] : []));

/**
 * The whole of time that there is: the same range until it is another, so that a page that changes nothing moves
 * nothing.
 */
function useWhole(buckets: TimelineAnswer['whole']['buckets'], events: readonly DrawnEvent[]): Range {
  const { from, to } = useMemo(() => wholeOf(buckets, datesOf(events)), [buckets, events]);
  return useMemo(() => ({ from, to }), [from, to]);
}

/** Turns the pages by itself up to a number of events. */
function useAllUpTo({ more, busy, failure, edges }: Rows<unknown>, limit: number): void {
  const wanted = more && !busy && !failure && edges.length < limit;
  useEffect(() => {
    if (wanted) more();
  });
}

/** So many events more are waited for, where more are to come than there were: to lay out all anew for each page takes long. */
const wave = 1_000;

/**
 * The events that have come so far, in waves while `expected` are still coming, and never fewer than were there: the same
 * list for as long as it has no more.
 */
function useEvents(
  { edges, more, failure }: Rows<{ readonly node: DrawnEvent }>,
  expected: number,
): readonly DrawnEvent[] {
  const first = edges[0]?.node;
  const shown = useRef({ first, count: 0 });
  const isComing = more && !failure && edges.length < expected;
  const settled = isComing && edges.length > wave ? edges.length - (edges.length % wave) : edges.length;
  const count = shown.current.first === first ? Math.max(shown.current.count, settled) : settled;
  shown.current = { first, count };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is made anew each time, its beginning and length are not
  return useMemo(() => edges.slice(0, count).map(({ node }) => node), [count, first]);
}
