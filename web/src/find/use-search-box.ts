import { useEffect, useState } from 'react';
import { navigate, useAddress } from '../app/history.ts';
import { carryOver } from '../app/params.ts';
import { addresses } from '../app/routes.ts';
import { thingAddress } from '../components/thing-link.tsx';
import type { Found } from './found.ts';
import { useRememberRecent } from './recent.ts';
import { useSuggestions } from './suggest.ts';
import { type Combobox, useCombobox } from './use-combobox.ts';

type SearchBoxState = {
  readonly typed: string;
  readonly type: (text: string) => void;
  readonly found: readonly Found[];
  readonly box: Combobox;
  /** Goes to what stands at a place of the list; after the last thing found stands everything that the text finds. */
  readonly chooseAt: (index: number) => void;
  /** Goes to everything that the text finds. */
  readonly all: () => void;
};

/** What the search box holds and does. */
export function useSearchBox(): SearchBoxState {
  const address = useAddress();
  const { path } = address;
  const asked = address.params.get('q') ?? '';
  const [typed, setTyped] = useState(asked);
  // Another place has another question; what was typed for the last one is answered.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path empties the box though nothing of it is read
  useEffect(() => setTyped(asked), [asked, path]);
  const suggestions = useSuggestions(typed);
  const found = suggestions ?? [];
  const rememberRecent = useRememberRecent();
  const text = typed.trim();
  const go = (to: string) => {
    box.close();
    navigate(carryOver(to, address));
  };
  const all = () => text && go(addresses.search(text));
  const chooseAt = (index: number) => {
    const one = found[index];
    if (!one) return all();
    rememberRecent(one);
    setTyped('');
    return go(thingAddress(one));
  };
  // Nothing is shown before the first answer: what came later would push away what is about to be pressed.
  const box = useCombobox(suggestions ? found.length + 1 : 0, chooseAt, () => setTyped(''));
  const type = (next: string) => {
    setTyped(next);
    box.show();
  };
  return { typed, type, found, box, chooseAt, all };
}
