import { useState } from 'react';
import { navigate, useAddress } from '../app/history.ts';
import { useListParam } from '../app/list-param.ts';
import { withParams } from '../app/params.ts';

/** So many names of events fit into an address that is to be shared. */
const most = 50;

/** What is selected, and how to select. */
type Selected = {
  /** What the address names. */
  readonly named: readonly string[];
  /** The same, with what the address has no room for: the rest of a mark that stands for very many. */
  readonly all: readonly string[];
  /** How many were selected: more than all, where their mark was pressed elsewhere, or before another. */
  readonly count: number;
  readonly select: (keys: readonly string[]) => void;
};

/** The events that the address selects. It says how many they are where it cannot name them all. */
export function useSelected(): Selected {
  const address = useAddress();
  const [named] = useListParam('event');
  const [mark, setMark] = useState<readonly string[]>([]);
  const count = countOf(named, address.params.get('event-count') ?? '');
  const isOfMark = count === mark.length && named.every((key, place) => key === mark[place]);
  return {
    named,
    all: isOfMark ? mark : named,
    count,
    select: (keys) => {
      setMark(keys);
      const told = keys.length > most ? String(keys.length) : undefined;
      navigate(withParams(address, { event: keys.slice(0, most).join(','), 'event-count': told }));
    },
  };
}

/** A number that an address gives beside fewer names, or fewer than it names, counts nothing. */
function countOf(named: readonly string[], given: string): number {
  return named.length === most && /^\d+$/.test(given) ? Math.max(Number(given), most) : named.length;
}
