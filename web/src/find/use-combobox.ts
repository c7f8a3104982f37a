import { type KeyboardEvent, useState } from 'react';

/** What a list below a field can do: see useCombobox. */
export type Combobox = {
  readonly open: boolean;
  /** The option the arrows are at; -1 where they are at none. */
  readonly active: number;
  /** Shows the list, with the arrows at no option. */
  readonly show: () => void;
  readonly close: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
};

/**
 * The keys of a field with a list below it, after the combobox pattern of the ARIA Authoring Practices: the focus stays in
 * the field, arrows go through the list and past its ends, Enter takes the option, Escape closes the list and then
 * empties the field. While a syllable is being composed, keys are the input method's.
 */
export function useCombobox(count: number, choose: (index: number) => void, clear: () => void): Combobox {
  const [wanted, setWanted] = useState(false);
  const [reached, setReached] = useState(-1);
  const open = wanted && count > 0;
  // A shorter list has come since the arrows went there.
  const active = open && reached < count ? reached : -1;
  const step = (by: 1 | -1) => {
    setWanted(true);
    // The field itself is one more place, before the first and after the last.
    setReached(((active + 1 + by + count + 1) % (count + 1)) - 1);
  };
  const turn = (to: boolean) => {
    setWanted(to);
    setReached(-1);
  };
  const show = () => turn(true);
  const close = () => turn(false);
  const actionOf = (key: string): (() => void) | undefined => {
    if (key === 'ArrowDown') return () => step(1);
    if (key === 'ArrowUp') return () => step(-1);
    if (key === 'Enter' && active >= 0) return () => choose(active);
    if (key === 'Escape') return open ? close : clear;
    return undefined;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Tab') close();
    const act = actionOf(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };
  return { open, active, show, close, onKeyDown };
}
