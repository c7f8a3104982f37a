import { useMemo } from 'react';
import { type Address, navigate, useAddress } from './history.ts';

/** Parameters to set; undefined takes one away. */
export type Changes = { readonly [name: string]: string | undefined };

/** What stays from view to view: the language of a reader who chose one by the address. */
const lasting = ['lang'];

/** The same place with other parameters; they stand in the order of their names, so that a view has one address. */
export function withParams({ path, params, anchor }: Address, changes: Changes): string {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, value);
  }
  next.sort();
  return join(path, next, anchor);
}

/** An address of the explorer with what lasts of the one the reader is at. */
export function carryOver(to: string, from: Address): string {
  const [rest = '', anchor = ''] = to.split('#', 2);
  const [path = '', search = ''] = rest.split('?', 2);
  const params = new URLSearchParams(search);
  for (const name of lasting) {
    const value = from.params.get(name);
    if (value && !params.has(name)) params.set(name, value);
  }
  params.sort();
  return join(path, params, anchor);
}

function join(path: string, params: URLSearchParams, anchor: string): string {
  const search = params.toString();
  return `${path}${search && `?${search}`}${anchor && `#${encodeURIComponent(anchor)}`}`;
}

/**
 * One parameter of the address and how to change it: `set('x')` puts a new entry into the history, `set('x', true)`
 * takes the place of the present one (for what changes while typing or dragging).
 */
export function useParam(name: string): [string | undefined, (value?: string, replace?: boolean) => void] {
  const address = useAddress();
  const set = useMemo(
    () => (value?: string, replace?: boolean) =>
      navigate(withParams(address, { [name]: value }), { replace }),
    [address, name],
  );
  return [address.params.get(name) ?? undefined, set];
}
