import { useText } from '../i18n/language.tsx';
import { Fades } from './fades.tsx';
import type { Counted } from './histogram.ts';
import { barOf, MarkShape, rowHeight } from './mark-shape.tsx';
import type { Mark } from './marks.ts';

const span = { start: 0, end: 1, point: false, approximate: false, uncertain: false };

function sample(change: Partial<typeof span | { start: null }>, many = 1): Mark {
  const item = { key: '', span: { ...span, ...change }, labelWidth: 0 };
  const items = Array.from({ length: many }, () => item);
  const point = item.span.point || many > 1;
  return { x0: point ? 22 : 4, x1: point ? 22 : 40, items, row: 0, label: { side: 'right', room: 0 } };
}

const samples = {
  day: sample({ point: true }),
  span: sample({}),
  open: sample({ start: null }),
  about: sample({ approximate: true }),
  doubt: sample({ uncertain: true }),
  several: sample({}, 5),
} as const;

const width = 44;
const bars = {
  day: barOf(samples.day, width),
  span: barOf(samples.span, width),
  open: barOf(samples.open, width),
  about: barOf(samples.about, width),
  doubt: barOf(samples.doubt, width),
  several: barOf(samples.several, width),
} as const;

/** What the marks mean, and what the histogram has no place for. */
export function Legend({ loose }: { readonly loose: readonly Counted[] }) {
  const { timeline } = useText();
  return (
    <div className="timeline-legend drawing-legend">
      <ul>
        {(Object.keys(samples) as (keyof typeof samples)[]).map((sort) => (
          <li key={sort}>
            <svg width={width} height={rowHeight} aria-hidden="true" className="mark">
              <Fades id={`legend-${sort}`} fades={[bars[sort]?.fade]} />
              <MarkShape mark={samples[sort]} bar={bars[sort]} width={width} fades={`legend-${sort}`} />
            </svg>
            {timeline.legend[sort]}
          </li>
        ))}
      </ul>
      {loose.length > 0 && (
        <p>
          {timeline.notInHistogram} {loose.map(({ label, count }) => `${label}: ${count}`).join(', ')}
        </p>
      )}
    </div>
  );
}
