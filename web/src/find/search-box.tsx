import { type FormEvent, useId } from 'react';
import { useText } from '../i18n/language.tsx';
import './search-box.css';
import { Suggestions } from './suggestions.tsx';
import { useSearchBox } from './use-search-box.ts';

type SearchBoxProps = {
  /** Whether it is what the page is for. */
  readonly large?: boolean;
};

/** The search box: names things while one types, in Korean and English, and finds everything else at Enter. */
export function SearchBox({ large = false }: SearchBoxProps) {
  const { find } = useText();
  const { typed, type, found, box, chooseAt, all } = useSearchBox();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    all();
  };
  const id = useId();
  const optionId = (index: number) => `${id}-${index}`;
  return (
    <search className={large ? 'search-box search-large' : 'search-box'}>
      <form onSubmit={submit}>
        <label className="visually-hidden" htmlFor={id}>
          {find.label}
        </label>
        <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <path d="M9 3a6 6 0 1 0 0 12A6 6 0 0 0 9 3Zm4.500 10.500L18 18" />
        </svg>
        <input
          id={id}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder={find.placeholder}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={box.open}
          aria-controls={`${id}-list`}
          aria-activedescendant={box.active < 0 ? undefined : optionId(box.active)}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={box.onKeyDown}
          onBlur={box.close}
        />
        <Suggestions
          id={`${id}-list`}
          open={box.open}
          found={found}
          typed={typed.trim()}
          active={box.active}
          optionId={optionId}
          choose={chooseAt}
        />
      </form>
    </search>
  );
}
