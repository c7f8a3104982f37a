import { KindMark } from '../design/kind-mark.tsx';
import { kindLabel, sortOf } from '../design/kinds.ts';
import { useLanguage } from '../i18n/language.tsx';
import { valuesOf } from '../vocabulary.ts';
import { Standing } from './standing.tsx';

type LegendProps = {
  readonly hasDay: boolean;
  readonly hideGone: boolean;
  readonly setHideGone: (hide: boolean) => void;
};

/** What shapes and lines mean, and whether what did not hold is shown. */
export function Legend({ hasDay, hideGone, setHideGone }: LegendProps) {
  const { tag, text } = useLanguage();
  return (
    <div className="graph-legend drawing-legend">
      <ul>
        {valuesOf('entity').map((kind) => (
          <li key={kind}>
            <KindMark sort={sortOf(kind)} /> {kindLabel(kind, tag)}
          </li>
        ))}
        <li>
          <svg className="graph-more" width={14} height={14} aria-hidden="true">
            <circle cx={7} cy={7} r={5.5} />
          </svg>
          {text.graph.hasMore}
        </li>
      </ul>
      {hasDay && (
        <ul>
          {(['certain', 'possible', 'gone'] as const).map((state) => (
            <li key={state}>
              <Standing state={state} />
            </li>
          ))}
          <li>
            <label className="path-events">
              <input
                type="checkbox"
                checked={hideGone}
                onChange={({ target }) => setHideGone(target.checked)}
              />
              {text.graph.hideGone}
            </label>
          </li>
        </ul>
      )}
    </div>
  );
}
