import { useState } from 'react';
import { useListParam } from '../app/list-param.ts';

/** So many names of events fit into an address that is to be shared. */
const most = 50;

/** What is selected, and how to select. */
type Selected = {
  /** What the address names. */
  readonly named: readonly string[];
  /** The same, with what the address has no room for: the rest of a mark that stands for very many. */
  readonly all: readonly string[];
  readonly select: (keys: readonly string[]) => void;
};

/** The events that the address selects. */
export function useSelected(): Selected {
  const [named, setNamed] = useListParam('event');
  const [mark, setMark] = useState<readonly string[]>([]);
  const isOfMark = named.length === most && named.every((key, place) => key === mark[place]);
  return {
    named,
    all: isOfMark ? mark : named,
    select: (keys) => {
      setMark(keys);
      setNamed(keys.slice(0, most));
    },
  };
}
