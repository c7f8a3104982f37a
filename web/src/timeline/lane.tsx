import { type KeyboardEvent, memo, useId, useMemo } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import type { Item } from './clusters.ts';
import { Fades } from './fades.tsx';
import { nameOf } from './mark-name.ts';
import { type Bar, barOf, MarkShape, rowHeight } from './mark-shape.tsx';
import { layouter, type Mark } from './marks.ts';
import { shortened } from './measure.ts';
import type { Range } from './range.ts';
import type { DrawnEvent } from './timeline-query.ts';

type LaneProps = {
  readonly name: string;
  readonly items: readonly Item[];
  readonly events: ReadonlyMap<string, DrawnEvent>;
  readonly range: Range;
  readonly width: number;
  readonly maxRows: number;
  /** The event at which the keyboard is; the mark that stands for it can be tabbed to, or the first where none does. */
  readonly at: string | undefined;
  readonly selected: readonly string[];
  readonly choose: (mark: Mark) => void;
};

/** One line of the timeline. Each mark is a button that says what it is and when. */
export const Lane = memo(function Lane(props: LaneProps) {
  const { name, items, events, range, width, maxRows, at, selected, choose } = props;
  const { text } = useLanguage();
  const id = useId();
  const layOut = useMemo(() => layouter(items), [items]);
  const { marks, rows } = useMemo(() => {
    const scale = width / (range.to - range.from);
    return layOut({ x: (day) => (day - range.from) * scale, scale, width, maxRows });
  }, [layOut, range, width, maxRows]);
  const holder =
    at === undefined ? undefined : marks.find(({ items }) => items.some(({ key }) => key === at));
  const chosen = useMemo(() => new Set(selected), [selected]);
  const bars = useMemo(() => marks.map((mark) => barOf(mark, width)), [marks, width]);
  const height = Math.max(rows, 1) * rowHeight + 8;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in
    <svg className="timeline-lane" width={width} height={height} role="group" aria-label={name}>
      <Fades id={id} fades={bars.map((bar) => bar?.fade)} />
      {marks.map((mark, place) => (
        <MarkButton
          // biome-ignore lint/suspicious/noArrayIndexKey: marks are others at every scale, and making them anew takes thrice as long as changing them; the focus follows the event: see useKeys
          key={place}
          mark={mark}
          bar={bars[place]}
          fades={id}
          name={nameOf(mark, events, text.timeline)}
          label={events.get(keyOf(mark))?.title ?? ''}
          width={width}
          stop={mark === (holder ?? marks[0])}
          at={mark === holder}
          selected={chosen.size > 0 && mark.items.some((item) => chosen.has(item.key))}
          choose={choose}
        />
      ))}
      {marks.length === 0 && (
        <text className="timeline-none" x={8} y={rowHeight / 2 + 9}>
          {text.timeline.noneInRange}
        </text>
      )}
    </svg>
  );
});

const keyOf = (mark: Mark) => mark.items[0]?.key ?? '';

type MarkButtonProps = {
  readonly mark: Mark;
  readonly bar: Bar | undefined;
  readonly fades: string;
  readonly name: string;
  readonly label: string;
  readonly width: number;
  /** Whether the tabulator stops at it. */
  readonly stop: boolean;
  /** Whether it stands for the event at which the keyboard is. */
  readonly at: boolean;
  readonly selected: boolean;
  readonly choose: (mark: Mark) => void;
};

function MarkButton(props: MarkButtonProps) {
  const { mark, bar, fades, name, label, width, stop, at, selected, choose } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose(mark);
  };
  const named = mark.items.length === 1 && mark.label.room > 0;
  const { x0, x1 } = hitOf(mark, named, width);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG has no buttons of its own */}
      <g
        role="button"
        tabIndex={stop ? 0 : -1}
        data-at={at || undefined}
        aria-label={name}
        aria-pressed={selected}
        className="mark"
        data-key={keyOf(mark)}
        data-row={mark.row}
        transform={`translate(0 ${mark.row * rowHeight + 4})`}
        onClick={() => choose(mark)}
        onKeyDown={onKeyDown}
      >
        <title>{name}</title>
        <rect className="mark-hit" x={x0} y={0} width={x1 - x0} height={rowHeight} />
        <MarkShape mark={mark} bar={bar} width={width} fades={fades} />
      </g>
      {named && <MarkLabel mark={mark} text={label} width={width} />}
    </>
  );
}

/** Where a press means the mark: on it, around it, and on its label. */
function hitOf({ x0, x1, label: { side, room } }: Mark, named: boolean, width: number) {
  const beside = named ? room + 8 : 0;
  return {
    x0: Math.max(x0, 0) - 8 - (side === 'left' ? beside : 0),
    x1: Math.min(x1, width) + 8 + (side === 'right' ? beside : 0),
  };
}

function MarkLabel({
  mark,
  text,
  width,
}: {
  readonly mark: Mark;
  readonly text: string;
  readonly width: number;
}) {
  const { side, room } = mark.label;
  const short = Math.abs(mark.x1 - mark.x0) < 8;
  const middle = (mark.x0 + mark.x1) / 2;
  const x = {
    right: (short ? middle + 6 : Math.min(mark.x1, width)) + 6,
    left: (short ? middle - 6 : mark.x0) - 6,
    inside: Math.max(mark.x0, 0) + 8,
  }[side];
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: the text of an SVG takes no focus; the mark says the whole title
    <text
      className="mark-label"
      aria-hidden="true"
      transform={`translate(${x} ${mark.row * rowHeight + 4 + rowHeight / 2 + 4.5})`}
      textAnchor={side === 'left' ? 'end' : 'start'}
    >
      {shortened(text, room)}
    </text>
  );
}
