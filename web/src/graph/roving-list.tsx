import { type KeyboardEvent, useRef, useState } from 'react';
import { KindMark } from '../design/kind-mark.tsx';
import { kindLabel, sortOf } from '../design/kinds.ts';
import { useLanguage } from '../i18n/language.tsx';

type Row = { readonly key: string; readonly name: string; readonly kind?: string; readonly pressed: boolean };

type RovingListProps = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly choose: (key: string) => void;
};

/** The rows that are there at first: a list of thousands is a long wait for nothing. */
const step = 200;

/** A list of buttons with one stop for the tabulator: the arrows go from one to the next, Enter takes it. */
export function RovingList({ label, rows, choose }: RovingListProps) {
  const { tag, text } = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState(step);
  const [at, setAt] = useState<string>();
  const stop = rows.some(({ key }) => key === at)
    ? at
    : (rows.find(({ pressed }) => pressed) ?? rows[0])?.key;
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const place = buttons.findIndex((button) => button.matches(':focus'));
    const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  };
  return (
    <>
      <ul ref={list} className="roving-list" aria-label={label} onKeyDown={onKeyDown}>
        {rows.slice(0, shown).map(({ key, name, kind, pressed }) => (
          <li key={key}>
            <button
              type="button"
              tabIndex={key === stop ? 0 : -1}
              aria-pressed={pressed}
              onFocus={() => setAt(key)}
              onClick={() => choose(key)}
            >
              {kind && <KindMark sort={sortOf(kind)} />}
              <span>{name}</span>
              {kind && <span className="roving-kind">{kindLabel(kind, tag)}</span>}
            </button>
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + step)}>
          {text.app.loadMore} ({text.app.shownOf(shown, rows.length)})
        </button>
      )}
    </>
  );
}
