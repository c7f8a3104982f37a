import { useMemo } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import type { Range } from './range.ts';
import { ticksOf } from './ticks.ts';

type AxisProps = { readonly range: Range; readonly width: number };

/** The axis of the drawing. A reader who cannot see it is told every date by the marks. */
export function Axis({ range, width }: AxisProps) {
  const { tag } = useLanguage();
  const ticks = useMemo(() => ticksOf(range, width, tag), [range, width, tag]);
  return (
    <svg className="timeline-axis" width={width} height={28} aria-hidden="true">
      {ticks.map(({ day, label, major }) => (
        <g key={day} transform={`translate(${((day - range.from) / (range.to - range.from)) * width} 0)`}>
          <line y1={20} y2={28} />
          <text x={4} y={16} className={major ? 'timeline-tick timeline-tick-major' : 'timeline-tick'}>
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}
