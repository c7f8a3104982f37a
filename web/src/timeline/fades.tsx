import { memo } from 'react';
import type { End, Ends } from './ends.ts';

/** How a bar fades at an end that nobody knows: how its ends are known, and how many parts of it fade at each. */
export type Fade = Ends & { readonly startParts: number; readonly endParts: number };

/** How far an open or approximate end fades, in pixels. */
const lengths = { sure: 0, about: 26, open: 140 } as const;
/** A bar has so many parts: bars of nearly one length have one fade, which outlives the frames of a gesture. */
const parts = 40;

/** How a bar of a length in pixels fades; undefined where both its ends are known. */
export function fadeOf(ends: Ends, length: number): Fade | undefined {
  if (ends.start === 'sure' && ends.end === 'sure') return undefined;
  const partsOf = (pixels: number) => Math.round(Math.min(pixels / Math.max(length, 1), 1) * parts);
  // However long a bar is, its soft end is seen.
  const softened = (end: End) => (end === 'sure' ? 0 : Math.max(1, partsOf(lengths[end])));
  return { ...ends, startParts: softened(ends.start), endParts: softened(ends.end) };
}

/** What tells one fade from another; a part of an id. */
export function fadeKey({ start, end, startParts, endParts }: Fade): string {
  return `${start}${startParts}-${end}${endParts}`;
}

type FadesProps = {
  /** What the ids of the colours begin with. */
  readonly id: string;
  readonly fades: readonly (Fade | undefined)[];
};

/** The colours of all fades of a drawing, each once. A mask would do the same, and cost a layer each. */
export function Fades({ id, fades }: FadesProps) {
  const byKey = new Map(fades.flatMap((fade) => (fade ? [[fadeKey(fade), fade] as const] : [])));
  return (
    <defs>
      {[...byKey].map(([key, fade]) => (
        <Colors key={key} id={`${id}-${key}`} {...fade} />
      ))}
    </defs>
  );
}

const Colors = memo(function Colors({ id, ...fade }: Fade & { readonly id: string }) {
  return (['fill', 'line'] as const).map((part) => (
    <linearGradient key={part} id={`${id}-${part}`}>
      {stopsOf(fade).map(([offset, light], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the stops of a fade are always the same
        <stop key={place} className={`fade-${part}`} offset={offset} stopOpacity={light} />
      ))}
    </linearGradient>
  ));
});

/**
 * How light a bar is from its one end to its other. An open one is faint as far as it goes and grows surer only towards
 * the end that is known; one that is open on both sides is faint throughout.
 */
function stopsOf({ start, end, startParts, endParts }: Fade): readonly (readonly [number, number])[] {
  const faint = 0.3;
  const [startShare, endShare] = [startParts / parts, endParts / parts];
  if (start === 'open' && end === 'open')
    return [
      [0, faint],
      [1, faint],
    ];
  if (start === 'open')
    return [
      [0, faint],
      [1 - startShare, faint],
      [1, 1],
    ];
  if (end === 'open')
    return [
      [0, 1],
      [endShare, faint],
      [1, faint],
    ];
  return [
    [0, 0],
    [Math.min(0.4, startShare), 1],
    [Math.max(0.6, 1 - endShare), 1],
    [1, 0],
  ];
}
