import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { clamped, moved, type Range } from './range.ts';

type Grip = { readonly part: string; readonly x: number; readonly range: Range };

type Brushed = {
  readonly range: Range;
  readonly whole: Range;
  /** How many pixels a day has. */
  readonly scale: number;
  readonly drag: (to: Range) => void;
  readonly go: (to: Range) => void;
};

type Handler = (event: PointerEvent) => void;

/** What makes an element a brush. */
type Brush = {
  readonly surface: RefObject<HTMLDivElement | null>;
  readonly handlers: {
    readonly onPointerDown: Handler;
    readonly onPointerMove: Handler;
    readonly onPointerUp: Handler;
    readonly onPointerCancel: Handler;
  };
};

/** A press that moves less than this is a click. */
const click = 4;

/** A press draws a new range, or takes hold of what it falls on: an end, or the whole of the range. */
export function useBrush({ range, whole, scale, drag, go }: Brushed): Brush {
  const surface = useRef<HTMLDivElement>(null);
  const [grip, setGrip] = useState<Grip>();
  const xOf = (event: PointerEvent) => event.clientX - (surface.current?.getBoundingClientRect().left ?? 0);
  const end = (event: PointerEvent) => {
    setGrip(undefined);
    if (!grip || event.type !== 'pointerup') return;
    const x = xOf(event);
    const clicked = Math.abs(x - grip.x) < click;
    if (!clicked) go(brushed(grip, x, whole, scale));
    else if (grip.part === 'new') go(around(range, whole.from + x / scale, whole));
  };
  return {
    surface,
    handlers: {
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        const { part = 'new' } = (event.target as HTMLElement).dataset;
        // Where all is in view there is nothing to move, and a press begins a range.
        const all = range.from <= whole.from && range.to >= whole.to;
        surface.current?.setPointerCapture(event.pointerId);
        setGrip({ part: part === 'window' && all ? 'new' : part, x: xOf(event), range });
      },
      onPointerMove: (event) => {
        if (grip && Math.abs(xOf(event) - grip.x) >= click) drag(brushed(grip, xOf(event), whole, scale));
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  };
}

/** The range that a grip has led to. */
function brushed({ part, x: begun, range }: Grip, x: number, whole: Range, scale: number): Range {
  const by = (x - begun) / scale;
  if (part === 'window') return moved(range, by / (range.to - range.from), whole);
  if (part === 'from') return clamped({ ...range, from: Math.min(range.from + by, range.to - 1) }, whole);
  if (part === 'to') return clamped({ ...range, to: Math.max(range.to + by, range.from + 1) }, whole);
  const [one, other] = [whole.from + begun / scale, whole.from + x / scale];
  return clamped({ from: Math.min(one, other), to: Math.max(one, other) }, whole);
}

/** A range of the same length about a moment. */
function around(range: Range, moment: number, whole: Range): Range {
  const half = (range.to - range.from) / 2;
  return clamped({ from: moment - half, to: moment + half }, whole);
}
