import { useMemo, useSyncExternalStore } from 'react';
import { decoded } from './decoded.ts';

/** Where the reader is. All that a view shows follows from it, so that an address shared is a view shared. */
export type Address = { readonly path: string; readonly params: URLSearchParams; readonly anchor: string };

/** How to go somewhere: `replace` where going back should not come here again, `state` what the entry remembers. */
type Going = { readonly replace?: boolean; readonly state?: unknown };

const listeners = new Set<() => void>();

let going = false;

/** Whether the reader is where a link led, and not where the browser's own buttons did. */
export function wasLed(): boolean {
  return going;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const comeBack = () => {
    going = false;
    listener();
  };
  window.addEventListener('popstate', comeBack);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', comeBack);
  };
}

/** Goes to an address of the explorer, without loading the page again. */
export function navigate(to: string, { replace = false, state = null }: Going = {}): void {
  if (replace) window.history.replaceState(state, '', to);
  else window.history.pushState(state, '', to);
  going = true;
  for (const listener of listeners) listener();
}

/** The address as a text; the same text means the same address. */
const here = () => window.location.href;

/** The address at which the reader is; what calls it is drawn anew whenever that changes. */
export function useAddress(): Address {
  const href = useSyncExternalStore(subscribe, here);
  return useMemo(() => addressOf(href), [href]);
}

/** An address taken apart. */
export function addressOf(href: string): Address {
  const { pathname, searchParams, hash } = new URL(href, 'http://localhost');
  return { path: pathname, params: searchParams, anchor: decoded(hash.slice(1)) };
}
