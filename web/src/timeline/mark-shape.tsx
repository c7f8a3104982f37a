import { memo } from 'react';
import { endsOf } from './ends.ts';
import { type Fade, fadeKey, fadeOf } from './fades.tsx';
import type { Mark } from './marks.ts';

/** How high a row is, and the middle of it. */
export const rowHeight = 26;
const middle = rowHeight / 2;
const barHeight = 14;
const least = 8;

/** Where the bar of a mark goes from and to, and how it fades. */
export type Bar = { readonly from: number; readonly to: number; readonly fade: Fade | undefined };

/** The bar of a mark in a drawing of a width; undefined for one that is drawn as a day or as a number alone. */
export function barOf({ x0, x1, items }: Mark, width: number): Bar | undefined {
  const several = items.length > 1;
  if (several ? x1 - x0 <= 30 : items[0]?.span.point) return undefined;
  const middle = (x0 + x1) / 2;
  const wide = Math.max(x1 - x0, least);
  const from = Math.max(middle - wide / 2, -20);
  const to = Math.min(middle + wide / 2, width + 20);
  return { from, to, fade: fadeOf(endsOf(items), to - from) };
}

type MarkShapeProps = {
  readonly mark: Mark;
  readonly bar: Bar | undefined;
  readonly width: number;
  /** What the ids of the fades of its drawing begin with. */
  readonly fades: string;
};

/**
 * A day is a dot. What is dated to more than a day is a dashed bar over all of the days that it can be; where no source
 * bounds it, the bar fades out; where a source says "about", both its ends are soft. Several at once are a number.
 */
export function MarkShape({ mark: { items, x0, x1 }, bar, width, fades }: MarkShapeProps) {
  const count = items.length;
  const doubt = items.every((item) => item.span.uncertain) ? ' mark-doubt' : '';
  if (!bar && count > 1) return <Several x={(x0 + x1) / 2} count={count} />;
  if (!bar) return <circle className={`mark-day${doubt}`} cx={(x0 + x1) / 2} cy={middle} r={6} />;
  const { from, to, fade } = bar;
  const color = fade && `${fades}-${fadeKey(fade)}`;
  return (
    <>
      <rect
        className={`mark-span${doubt}`}
        style={color ? { fill: `url(#${color}-fill)`, stroke: `url(#${color}-line)` } : undefined}
        x={from}
        y={middle - barHeight / 2}
        width={to - from}
        height={barHeight}
        rx={4}
      />
      {count > 1 && <Several x={(Math.max(from, 0) + Math.min(to, width)) / 2} count={count} />}
    </>
  );
}

// Moved as a whole: a browser lays out a text anew when its x is another, and moves it for nearly nothing.
function Several({ x, count }: { readonly x: number; readonly count: number }) {
  return (
    <g transform={`translate(${x} ${middle})`}>
      <Count count={count} />
    </g>
  );
}

const Count = memo(function Count({ count }: { readonly count: number }) {
  const text = count > 999 ? `${Math.floor(count / 1000)}k` : String(count);
  const wide = 14 + text.length * 7;
  return (
    <>
      <rect className="mark-several" x={-wide / 2} y={-10} width={wide} height={20} rx={10} />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: the text of an SVG takes no focus; the mark says the number */}
      <text className="mark-count" aria-hidden="true" y={4.5} textAnchor="middle">
        {text}
      </text>
    </>
  );
});
