import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { moved, type Range, zoomed } from './range.ts';

type Gestures = {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: (event: PointerEvent) => void;
  readonly onClickCapture: (event: {
    readonly stopPropagation: () => void;
    readonly preventDefault: () => void;
  }) => void;
};

type Surface = {
  readonly element: RefObject<HTMLElement | null>;
  readonly now: () => Range;
  readonly whole: Range;
  readonly drag: (to: Range) => void;
  /** Whether the wheel zooms only together with Ctrl: on a page that is scrolled with it. */
  readonly politely: boolean;
};

/** A press that moves less than this is a click. */
const click = 4;

/** Wheel, drag and pinch over a surface: the wheel zooms about the pointer, sideways it moves; two fingers do both. */
export function useGestures({ element, now, whole, drag, politely }: Surface): Gestures {
  const latest = useRef({ whole, drag });
  latest.current = { whole, drag };
  const fingers = useRef(new Map<number, number>());
  const dragged = useRef(false);
  useWheel(element, now, latest, politely);

  const xOf = (event: PointerEvent) => event.clientX - (element.current?.getBoundingClientRect().left ?? 0);
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    fingers.current.set(event.pointerId, xOf(event));
    dragged.current = false;
  };
  const onPointerMove = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId);
    const width = element.current?.clientWidth;
    if (before === undefined || !width) return;
    const x = xOf(event);
    if (!dragged.current && fingers.current.size === 1 && Math.abs(x - before) < click) return;
    if (!dragged.current) element.current?.setPointerCapture(event.pointerId);
    dragged.current = true;
    const { whole, drag } = latest.current;
    const range = now();
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, x);
    const next =
      other === undefined
        ? moved(range, (before - x) / width, whole)
        : pinched(range, { before, x, other, width }, whole);
    drag(next);
  };
  const onPointerUp = (event: PointerEvent) => {
    fingers.current.delete(event.pointerId);
  };
  return {
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onPointerCancel: onPointerUp,
    // The click that ends a drag is no click on what lies under it.
    onClickCapture: (event) => {
      if (!dragged.current) return;
      dragged.current = false;
      event.stopPropagation();
      event.preventDefault();
    },
  };
}

type Pinch = { readonly before: number; readonly x: number; readonly other: number; readonly width: number };

/** One finger moves while another rests: what is under both stays under both. */
function pinched(range: Range, { before, x, other, width }: Pinch, whole: Range): Range {
  const factor = Math.max(8, Math.abs(before - other)) / Math.max(8, Math.abs(x - other));
  const around = range.from + (other / width) * (range.to - range.from);
  return zoomed(range, factor, around, whole);
}

type Latest = { readonly whole: Range; readonly drag: (to: Range) => void };

function useWheel(
  element: RefObject<HTMLElement | null>,
  now: () => Range,
  latest: RefObject<Latest>,
  politely: boolean,
): void {
  useEffect(() => {
    const surface = element.current;
    if (!surface) return undefined;
    const onWheel = (event: WheelEvent) => {
      if (politely && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { whole, drag } = latest.current;
      const range = now();
      const { left, width } = surface.getBoundingClientRect();
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      const around = range.from + ((event.clientX - left) / width) * (range.to - range.from);
      // A pinch on a touchpad comes as a wheel with Ctrl, in smaller steps.
      const strength = event.ctrlKey ? 0.01 : 0.002;
      const next =
        Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)
          ? moved(range, sideways / width, whole)
          : zoomed(range, Math.exp(event.deltaY * strength), around, whole);
      drag(next);
    };
    // React would add it as passive, and the page would scroll.
    surface.addEventListener('wheel', onWheel, { passive: false });
    return () => surface.removeEventListener('wheel', onWheel);
  }, [element, now, latest, politely]);
}
