import { useEffect, useId, useState } from 'react';
import { toggled, useListParam } from '../app/list-param.ts';
import { useParam } from '../app/params.ts';
import { EntityPicker } from '../components/entity-picker.tsx';
import { PickedEntities } from '../components/picked-entities.tsx';
import { Picks } from '../components/picks.tsx';
import { kindLabel } from '../design/kinds.ts';
import { useLanguage } from '../i18n/language.tsx';
import { valuesOf } from '../vocabulary.ts';
import type { EventKind } from './timeline-query.ts';

/** So many lanes fit on a screen, and in a question. */
const mostLanes = 8;

const kinds = valuesOf('event');
const isKind = (kind: string): kind is EventKind => kinds.includes(kind);

/** What the address filters by. */
export function useFilters(): {
  readonly lanes: readonly string[];
  readonly kinds: readonly EventKind[];
  readonly text: string;
} {
  const [lanes] = useListParam('lanes');
  const [named] = useListParam('kinds');
  const [text = ''] = useParam('text');
  return { lanes: lanes.slice(0, mostLanes), kinds: named.filter(isKind), text: text.slice(0, 200) };
}

/** Chooses whose events are shown, of which kinds, and with which words in their titles. */
export function Filters() {
  const { tag, text } = useLanguage();
  const [lanes, setLanes] = useListParam('lanes');
  const [picked, setPicked] = useListParam('kinds');
  const { timeline } = text;
  return (
    <div className="timeline-filters">
      <EntityPicker
        label={timeline.addLane}
        without={lanes}
        pick={(slug) => setLanes([...lanes, slug])}
        disabled={lanes.length >= mostLanes}
      />
      <TextFilter />
      <PickedEntities slugs={lanes} remove={(slug) => setLanes(toggled(lanes, slug))} />
      {lanes.length >= mostLanes && (
        <p className="drawing-hint" role="status">
          {lanes.length > mostLanes
            ? timeline.lanesCut(mostLanes, lanes.length)
            : timeline.noMoreLanes(mostLanes)}
        </p>
      )}
      <details className="timeline-kinds drawing-folded" open={picked.length > 0 || undefined}>
        <summary>
          {timeline.kinds}
          {picked.length > 0 && `: ${picked.map((kind) => kindLabel(kind, tag)).join(', ')}`}
        </summary>
        <Picks
          label={timeline.kindsHint}
          options={kinds.map((value) => ({ value, label: kindLabel(value, tag) }))}
          picked={picked}
          toggle={(kind) => setPicked(toggled(picked, kind))}
        />
      </details>
    </div>
  );
}

/** How long typing rests before it is asked about. */
const rest = 200;

function TextFilter() {
  const { timeline } = useLanguage().text;
  const [named = '', setNamed] = useParam('text');
  const [typed, setTyped] = useState(named);
  const field = useId();
  useEffect(() => setTyped(named), [named]);
  useEffect(() => {
    if (typed.trim() === named) return undefined;
    const timer = window.setTimeout(() => setNamed(typed.trim(), true), rest);
    return () => window.clearTimeout(timer);
  }, [typed, named, setNamed]);
  return (
    <div className="entity-picker">
      <label htmlFor={field}>{timeline.withText}</label>
      <input
        id={field}
        type="text"
        autoComplete="off"
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}
