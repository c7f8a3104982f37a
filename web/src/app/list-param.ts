import { useMemo } from 'react';
import { useParam } from './params.ts';

/** A parameter of the address that lists names, and how to change it. An empty list takes it away. */
export function useListParam(name: string): [readonly string[], (values: readonly string[]) => void] {
  const [text = '', set] = useParam(name);
  const values = useMemo(() => [...new Set(text.split(',').filter(Boolean))], [text]);
  return [values, (next) => set(next.join(','))];
}

/** The values with one put in at the end, or taken out if it is there. */
export function toggled(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}
