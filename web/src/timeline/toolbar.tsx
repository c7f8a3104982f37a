import { IconButton } from '../components/icon-button.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { moved, type Range, rangeLabel, zoomed } from './range.ts';
import type { Looking } from './use-range.ts';

type ToolbarProps = { readonly looking: Looking; readonly whole: Range };

/** Zooming and moving for those who use neither wheel nor fingers, and what is in view, in words. */
export function Toolbar({ looking, whole }: ToolbarProps) {
  const { tag, text } = useLanguage();
  const { range, go, isWhole } = looking;
  const zoom = (factor: number) => go(zoomed(range, factor, (range.from + range.to) / 2, whole));
  const { timeline } = text;
  return (
    <div className="timeline-toolbar">
      <p className="timeline-range numbers" role="status">
        {rangeLabel(range, tag)}
      </p>
      <div className="timeline-buttons" role="toolbar" aria-label={timeline.toolbar}>
        <IconButton name={timeline.earlier} path="M12 4 6 10l6 6" act={() => go(moved(range, -0.5, whole))} />
        <IconButton name={timeline.zoomOut} path="M4 10h12" act={() => zoom(2)} />
        <IconButton name={timeline.zoomIn} path="M4 10h12M10 4v12" act={() => zoom(0.5)} />
        <IconButton name={timeline.later} path="m8 4 6 6-6 6" act={() => go(moved(range, 0.5, whole))} />
        <button type="button" className="button" disabled={isWhole} onClick={() => go(whole)}>
          {timeline.all}
        </button>
      </div>
    </div>
  );
}
