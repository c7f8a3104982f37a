import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { KindMark } from '../design/kind-mark.tsx';
import { kindLabel, sortOf } from '../design/kinds.ts';
import { useLanguage } from '../i18n/language.tsx';
import type { Found } from './found.ts';

type SuggestionsProps = {
  readonly id: string;
  readonly open: boolean;
  readonly found: readonly Found[];
  readonly typed: string;
  readonly active: number;
  readonly optionId: (index: number) => string;
  readonly choose: (index: number) => void;
};

/** A press must not take the focus out of the field, whose loss closes the list. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** The list below the search box. */
export function Suggestions({ id, open, found, typed, active, optionId, choose }: SuggestionsProps) {
  const { text } = useLanguage();
  return (
    <div className="suggestions" id={id} role="listbox" aria-label={text.find.suggestions} hidden={!open}>
      {open &&
        found.map((one, index) => (
          <Option
            key={`${one.kind} ${one.slug}`}
            id={optionId(index)}
            active={index === active}
            choose={() => choose(index)}
          >
            <FoundLine found={one} />
          </Option>
        ))}
      {open && (
        <Option
          id={optionId(found.length)}
          active={active === found.length}
          choose={() => choose(found.length)}
        >
          <span className="suggestion-all">{text.find.searchFor(typed)}</span>
        </Option>
      )}
    </div>
  );
}

type OptionProps = {
  readonly id: string;
  readonly active: boolean;
  readonly choose: () => void;
  readonly children: ReactNode;
};

function Option({ id, active, choose, children }: OptionProps) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) option.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={active}
      className="suggestion"
      onMouseDown={keepFocus}
      onClick={choose}
    >
      {children}
    </div>
  );
}

/** A thing found, on one line: its mark, its name, the name it was found by if that is another, and its kind. */
function FoundLine({ found }: { readonly found: Found }) {
  const { tag, text } = useLanguage();
  const { kind, name, by, date } = found;
  return (
    <>
      <KindMark sort={sortOf(kind)} />
      <span className="suggestion-name">
        {name}
        {by && <span className="suggestion-matched"> {by.text}</span>}
      </span>
      <span className="suggestion-kind">
        {kind === 'ARTICLE' ? text.find.article : kindLabel(kind, tag)}
        {date && ` · ${date.label}`}
      </span>
    </>
  );
}
