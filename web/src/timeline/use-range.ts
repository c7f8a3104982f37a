import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { addressOf, navigate, useAddress } from '../app/history.ts';
import { withParams } from '../app/params.ts';
import { isDay } from '../components/day.ts';
import { clamped, daysOf, type Range, rangeOf } from './range.ts';

/** The range in view, and how to look at another. */
export type Looking = {
  readonly range: Range;
  /** The range that the hand has come to, of which the next frame will show what is not in view yet. */
  readonly now: () => Range;
  /** Goes to a range: a step that can be taken back. */
  readonly go: (to: Range) => void;
  /** Moves along with a gesture: what the view ends at becomes the address when it has come to rest. */
  readonly drag: (to: Range) => void;
  /** Whether all is in view that there is. */
  readonly isWhole: boolean;
};

/** How long a gesture has to rest before the address follows: browsers refuse to change it a hundred times a second. */
const rest = 250;

const keyOf = ({ from = '', to = '' }: { readonly from?: string; readonly to?: string }) => `${from}/${to}`;

const same = (a: Range, b: Range) => {
  const [one, other] = [daysOf(a), daysOf(b)];
  return one.from === other.from && one.to === other.to;
};

/** The range that the address names, or the whole. Between two addresses it is where the reader's hand is. */
export function useRange(whole: Range): Looking {
  const address = useAddress();
  const from = address.params.get('from') ?? '';
  const to = address.params.get('to') ?? '';
  const named = useMemo(() => (isDay(from) && isDay(to) ? rangeOf(from, to) : undefined), [from, to]);
  const settled = named ? clamped(named, whole) : whole;
  const [live, setLive] = useState<{ readonly range: Range; readonly at: string }>();
  const pending = useRef<number>(undefined);
  const key = keyOf({ from, to });
  // A gesture holds until the address says something else than it led to, as when going back.
  const range = live && live.at === key ? live.range : settled;
  const inView = useRef(range);
  inView.current = range;
  const next = useRef<{ readonly range: Range; readonly frame: number }>(undefined);
  const now = useCallback(() => next.current?.range ?? inView.current, []);

  const write = useCallback(
    (to: Range, replace: boolean) => {
      forget(pending, next);
      const days = same(to, whole) ? { from: undefined, to: undefined } : daysOf(to);
      // The address has whole days; what is seen stays where the hand left it.
      setLive(replace ? { range: to, at: keyOf(days) } : undefined);
      navigate(withParams(addressOf(window.location.href), days), { replace, state: window.history.state });
    },
    [whole],
  );
  const drag = useCallback(
    (to: Range) => {
      window.clearTimeout(pending.current);
      pending.current = window.setTimeout(() => write(to, true), rest);
      // One drawing a frame, and in that frame: a hand moves more often, and nobody would see what is drawn between.
      const draw = () => {
        const range = now();
        next.current = undefined;
        flushSync(() => setLive({ range, at: key }));
      };
      next.current = { range: to, frame: next.current?.frame ?? requestAnimationFrame(draw) };
    },
    [key, write, now],
  );
  const go = useCallback((to: Range) => write(to, false), [write]);
  useEffect(() => () => forget(pending, next), []);
  return { range, now, go, drag, isWhole: same(range, whole) };
}

/** Takes back what a gesture has set going: the address that would follow, and the frame that would be drawn. */
function forget(
  pending: RefObject<number | undefined>,
  next: RefObject<{ readonly frame: number } | undefined>,
): void {
  window.clearTimeout(pending.current);
  if (next.current) cancelAnimationFrame(next.current.frame);
  next.current = undefined;
}
