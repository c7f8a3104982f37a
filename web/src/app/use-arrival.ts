import { useEffect, useRef } from 'react';
import { useText } from '../i18n/language.tsx';
import { useAddress, wasLed } from './history.ts';

/**
 * Arriving at another path, the focus (with what a screen reader says) is put at the content, and the top of the page is
 * shown. Only to whoever followed a link: of where one was, going back, the browser has its own memory.
 */
export function useArrival(): void {
  const { path, anchor } = useAddress();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (wasLed() && !anchor) window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [path, anchor]);
}

/** Names the page in the browser's tab and history. */
export function useTitle(title: string | undefined): void {
  const { app } = useText();
  useEffect(() => {
    document.title = title ? `${title} · ${app.name}` : app.name;
  }, [title, app.name]);
}
