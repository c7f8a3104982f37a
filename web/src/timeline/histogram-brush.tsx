import { type KeyboardEvent, memo, useMemo } from 'react';
import { dateFormat } from '../i18n/date-format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { type Counted, histogramOf, type Unit } from './histogram.ts';
import { clamped, type Range } from './range.ts';
import { dateOf } from './span.ts';
import { useBrush } from './use-brush.ts';

const height = 64;

type BrushProps = {
  readonly buckets: readonly Counted[];
  readonly unit: Unit;
  readonly range: Range;
  readonly whole: Range;
  readonly width: number;
  readonly drag: (to: Range) => void;
  readonly go: (to: Range) => void;
};

/**
 * How many events there are in the whole of time, and which part of it is in view: to be drawn anew, moved, or dragged
 * at its ends.
 */
export function HistogramBrush({ buckets, unit, range, whole, width, drag, go }: BrushProps) {
  const { text } = useLanguage();
  const scale = width / (whole.to - whole.from);
  const x = (day: number) => (day - whole.from) * scale;
  const brush = useBrush({ range, whole, scale, drag, go });
  const from = Math.max(x(range.from), 0);
  const to = Math.min(x(range.to), width);
  return (
    <div className="timeline-brush" ref={brush.surface} {...brush.handlers}>
      <Bars buckets={buckets} unit={unit} whole={whole} width={width} />
      <div className="brush-outside" style={{ left: 0, width: Math.max(from, 0) }} />
      <div className="brush-outside" style={{ left: to, right: 0 }} />
      <div
        className="brush-window"
        data-part="window"
        style={{ left: from, width: Math.max(to - from, 2) }}
      />
      <Handle name={text.timeline.brushFrom} side="from" left={from} range={range} whole={whole} go={go} />
      <Handle name={text.timeline.brushTo} side="to" left={to} range={range} whole={whole} go={go} />
    </div>
  );
}

type BarsProps = Pick<BrushProps, 'buckets' | 'unit' | 'whole' | 'width'>;

const Bars = memo(function Bars({ buckets, unit, whole, width }: BarsProps) {
  const { text } = useLanguage();
  const { bars, highest } = useMemo(() => histogramOf(buckets, unit), [buckets, unit]);
  const scale = width / (whole.to - whole.from);
  const counts = [...bars].sort((a, b) => a.from - b.from).map(({ label, count }) => `${label}: ${count}`);
  return (
    <svg width={width} height={height} role="img" aria-label={text.timeline.histogram(counts.join(', '))}>
      {bars.map(({ key, label, count, from, to, coarse }) => (
        <rect
          key={key}
          className={coarse ? 'bar bar-coarse' : 'bar'}
          x={(from - whole.from) * scale + 0.5}
          y={height - (count / highest) * (height - 8)}
          width={Math.max((to - from) * scale - 1, 2)}
          height={(count / highest) * (height - 8)}
        >
          <title>{`${label}: ${count}`}</title>
        </rect>
      ))}
    </svg>
  );
});

type HandleProps = {
  readonly name: string;
  readonly side: 'from' | 'to';
  readonly left: number;
  readonly range: Range;
  readonly whole: Range;
  readonly go: (to: Range) => void;
};

/** An end of the range, which arrows move. */
function Handle({ name, side, left, range, whole, go }: HandleProps) {
  const { tag } = useLanguage();
  const step = (range.to - range.from) / 20;
  const by = {
    ArrowLeft: -step,
    ArrowDown: -step,
    ArrowRight: step,
    ArrowUp: step,
    PageDown: -4 * step,
    PageUp: 4 * step,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = by[event.key as keyof typeof by];
    if (move === undefined) return;
    event.preventDefault();
    go(clamped({ ...range, [side]: range[side] + move }, whole));
  };
  const format = dateFormat(tag, { dateStyle: 'long' });
  return (
    <div
      role="slider"
      tabIndex={0}
      className="brush-handle"
      data-part={side}
      style={{ left }}
      aria-label={name}
      aria-valuemin={Math.round(Math.min(whole.from, range.from))}
      aria-valuemax={Math.round(Math.max(whole.to, range.to))}
      aria-valuenow={Math.round(range[side])}
      aria-valuetext={format.format(dateOf(side === 'from' ? range.from : range.to - 1))}
      onKeyDown={onKeyDown}
    />
  );
}
