import { type Ends, endsOf } from './ends.ts';
import type { Mark } from './marks.ts';

/** How high a row is, and the middle of it. */
export const rowHeight = 26;
const middle = rowHeight / 2;
/** How far an open or approximate end fades. */
const fade = 140;
const soft = 26;
const barHeight = 14;
const least = 8;

type MarkShapeProps = { readonly mark: Mark; readonly width: number; readonly name: string };

/**
 * A day is a dot. What is dated to more than a day is a dashed bar over all of the days that it can be; where no source
 * bounds it, the bar fades out; where a source says "about", both its ends are soft. Several at once are a number.
 */
export function MarkShape({ mark, width, name }: MarkShapeProps) {
  const [first] = mark.items;
  if (!first) return null;
  const { span } = first;
  const several = mark.items.length > 1;
  const x = (mark.x0 + mark.x1) / 2;
  if (mark.x1 - mark.x0 <= 30 && several) return <Several x={x} count={mark.items.length} />;
  if (span.point && !several)
    return (
      <circle className={span.uncertain ? 'mark-day mark-doubt' : 'mark-day'} cx={x} cy={middle} r={6} />
    );
  const wide = Math.max(mark.x1 - mark.x0, least);
  const from = Math.max(x - wide / 2, -20);
  const to = Math.min(x + wide / 2, width + 20);
  const ends = endsOf(mark.items.map((item) => item.span));
  const faded = Object.values(ends).some((end) => end !== 'sure');
  const uncertain = mark.items.every((item) => item.span.uncertain);
  return (
    <>
      {faded && <Fade id={name} from={from} to={to} ends={ends} />}
      <rect
        className={uncertain ? 'mark-span mark-doubt' : 'mark-span'}
        style={faded ? { fill: `url(#${name}-fill)`, stroke: `url(#${name}-line)` } : undefined}
        x={from}
        y={middle - barHeight / 2}
        width={to - from}
        height={barHeight}
        rx={4}
      />
      {several && <Several x={(Math.max(from, 0) + Math.min(to, width)) / 2} count={mark.items.length} />}
    </>
  );
}

function Several({ x, count }: { readonly x: number; readonly count: number }) {
  const text = count > 999 ? `${Math.floor(count / 1000)}k` : String(count);
  const wide = 14 + text.length * 7;
  return (
    <>
      <rect className="mark-several" x={x - wide / 2} y={middle - 10} width={wide} height={20} rx={10} />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: the text of an SVG takes no focus; the mark says the number */}
      <text className="mark-count" aria-hidden="true" x={x} y={middle + 4.5} textAnchor="middle">
        {text}
      </text>
    </>
  );
}

type FadeProps = { readonly id: string; readonly from: number; readonly to: number; readonly ends: Ends };

/** Colours for a bar that fades at the ends that nobody knows. A mask would do the same, and cost a layer each. */
function Fade({ id, from, to, ends }: FadeProps) {
  const stops = stopsOf(Math.max(to - from, 1), ends);
  return (['fill', 'line'] as const).map((part) => (
    <linearGradient key={part} id={`${id}-${part}`} gradientUnits="userSpaceOnUse" x1={from} x2={to}>
      {stops.map(([offset, light]) => (
        <stop key={`${offset} ${light}`} className={`fade-${part}`} offset={offset} stopOpacity={light} />
      ))}
    </linearGradient>
  ));
}

const fadeOf = { sure: 0, about: soft, open: fade } as const;

/**
 * How light a bar is from its one end to its other. An open one is faint as far as it goes and grows surer only towards
 * the end that is known; one that is open on both sides is faint throughout.
 */
function stopsOf(length: number, ends: Ends): readonly (readonly [number, number])[] {
  const faint = 0.3;
  const [start, end] = [fadeOf[ends.start], fadeOf[ends.end]];
  if (ends.start === 'open' && ends.end === 'open')
    return [
      [0, faint],
      [1, faint],
    ];
  if (ends.start === 'open')
    return [
      [0, faint],
      [Math.max(0, 1 - start / length), faint],
      [1, 1],
    ];
  if (ends.end === 'open')
    return [
      [0, 1],
      [Math.min(1, end / length), faint],
      [1, faint],
    ];
  return [
    [0, 0],
    [Math.min(0.4, start / length), 1],
    [Math.max(0.6, 1 - end / length), 1],
    [1, 0],
  ];
}
