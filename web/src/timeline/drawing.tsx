import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { ThingLink } from '../components/thing-link.tsx';
import { useWidth } from '../components/use-width.ts';
import { useText } from '../i18n/language.tsx';
import { Axis } from './axis.tsx';
import type { Counted, Unit } from './histogram.ts';
import { HistogramBrush } from './histogram-brush.tsx';
import { Lane } from './lane.tsx';
import { type LaneOfEvents, lanesOf } from './lanes.ts';
import { nextMark, shareOf } from './mark-focus.ts';
import { rangeAround } from './mark-range.ts';
import type { Mark } from './marks.ts';
import { moved, type Range, zoomed } from './range.ts';
import type { DrawnEvent } from './timeline-query.ts';
import { Toolbar } from './toolbar.tsx';
import { useGestures } from './use-gestures.ts';
import { useRange } from './use-range.ts';

type DrawingProps = {
  readonly events: readonly DrawnEvent[];
  readonly lanes: readonly LaneOfEvents[];
  readonly buckets: readonly Counted[];
  readonly unit: Unit;
  readonly whole: Range;
  readonly selected: readonly string[];
  readonly select: (keys: readonly string[]) => void;
  readonly politely: boolean;
};

/** The drawing: the whole of time to brush, the axis, and a line for each lane. */
export function Drawing(props: DrawingProps) {
  const { events, lanes, buckets, unit, whole, selected, select, politely } = props;
  const { timeline } = useText();
  const [surface, width] = useWidth<HTMLDivElement>();
  const looking = useRange(whole);
  const { range, now, go, drag } = looking;
  const gestures = useGestures({ element: surface, now, whole, drag, politely });
  const byKey = useMemo(() => new Map(events.map((event) => [event.slug, event])), [events]);
  const drawn = useMemo(() => lanesOf(events, lanes), [events, lanes]);
  const choose = useChoose({ range, whole, go, select });
  const keys = useKeys({ surface, now, whole, go, drag });
  return (
    <div className="drawing-frame">
      <Toolbar looking={looking} whole={whole} />
      {width > 0 && <HistogramBrush {...{ buckets, unit, range, whole, width, drag, go }} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the marks in it are the controls; the keys are theirs */}
      <div
        ref={surface}
        className="timeline-surface"
        onFocus={keys.onFocus}
        onKeyDown={keys.onKeyDown}
        {...gestures}
      >
        {width > 0 && <Axis range={range} width={width} />}
        {width > 0 &&
          drawn.map(({ slug, name, kind, items }) => (
            <div key={slug} className="timeline-line">
              {kind && (
                <p className="timeline-lane-name">
                  <ThingLink slug={slug} kind={kind} name={name} />
                  <span className="timeline-lane-count numbers">{timeline.eventCount(items.length)}</span>
                </p>
              )}
              <Lane
                name={name || timeline.allEvents}
                items={items}
                events={byKey}
                range={range}
                width={width}
                maxRows={drawn.length > 1 ? 6 : 10}
                at={keys.at}
                selected={selected}
                choose={choose}
              />
            </div>
          ))}
      </div>
    </div>
  );
}

type Choosing = Pick<DrawingProps, 'whole' | 'select'> & {
  readonly range: Range;
  readonly go: (to: Range) => void;
};

/** A mark of one event selects it. A mark of several brings them nearer, or selects all where nearer is no use. */
function useChoose({ range, whole, go, select }: Choosing): (mark: Mark) => void {
  const now = useRef({ range, whole, go, select });
  now.current = { range, whole, go, select };
  return useCallback((mark) => {
    const { range, whole, go, select } = now.current;
    const nearer = rangeAround(mark, range, whole);
    if (nearer) go(nearer);
    else select(mark.items.map((item) => item.key));
  }, []);
}

type Keys = {
  /** The event at which the keyboard is. */
  readonly at: string | undefined;
  readonly onFocus: (event: { readonly target: Element }) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

type Keyed = {
  readonly surface: { readonly current: HTMLDivElement | null };
  readonly now: () => Range;
  readonly whole: Range;
  readonly go: (to: Range) => void;
  readonly drag: (to: Range) => void;
};

/**
 * Arrows go from mark to mark; plus and minus zoom about the mark, 0 shows all, and with Shift the arrows move the
 * view.
 */
function useKeys({ surface, now, whole, go, drag }: Keyed): Keys {
  const [at, setAt] = useState<string>();
  const within = useRef(false);
  const lane = useRef<Element>(null);
  // Marks join and part while one zooms: the one that now stands for the event takes the focus from the one that did.
  // An event can stand in several lanes: it is that of the same lane. Before anything else can take the focus.
  useLayoutEffect(() => {
    const active = document.activeElement;
    const isElsewhere = active === document.body || active?.matches('.mark:not([data-at])');
    if (!within.current || !isElsewhere) return;
    const marks = lane.current?.isConnected ? lane.current : surface.current;
    const next =
      marks?.querySelector<SVGElement>('.mark[data-at]') ??
      marks?.querySelector<SVGElement>('.mark[tabindex="0"]') ??
      surface.current?.querySelector<SVGElement>('.mark[tabindex="0"]');
    next?.focus({ preventScroll: true });
  });
  const onFocus = ({ target }: { readonly target: Element }) => {
    within.current = true;
    const mark = target.closest('.mark');
    const key = mark?.getAttribute('data-key');
    if (mark) lane.current = mark.closest('.timeline-lane');
    // A mark that stands for the event already goes on doing so, also where that is not its first.
    if (key && !mark?.hasAttribute('data-at')) setAt(key);
  };
  useEffect(() => {
    const left = ({ target }: FocusEvent) => {
      if (target instanceof Node && !surface.current?.contains(target)) within.current = false;
    };
    document.addEventListener('focusin', left);
    return () => document.removeEventListener('focusin', left);
  }, [surface]);
  const onKeyDown = (event: KeyboardEvent) => {
    const act = actionOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  };
  const actionOf = ({ key, shiftKey, target }: KeyboardEvent): (() => void) | undefined => {
    const range = now();
    const middle = range.from + shareOf(surface.current, target as Element) * (range.to - range.from);
    if (key === '+' || key === '=') return () => drag(zoomed(range, 1 / 1.5, middle, whole));
    if (key === '-') return () => drag(zoomed(range, 1.5, middle, whole));
    if (key === '0') return () => go(whole);
    if (shiftKey && key === 'ArrowLeft') return () => drag(moved(range, -0.2, whole));
    if (shiftKey && key === 'ArrowRight') return () => drag(moved(range, 0.2, whole));
    const next = nextMark(surface.current, target as Element, key);
    return next && (() => next.focus({ preventScroll: false }));
  };
  return { at, onFocus, onKeyDown };
}
