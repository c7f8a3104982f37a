import { useSyncExternalStore } from 'react';
import { remember, remembered } from '../app/memory.ts';

/** How the explorer looks; `system` follows the device. */
export const themes = ['system', 'light', 'dark'] as const;

/** One of them. */
export type Theme = (typeof themes)[number];

const key = 'theme';
const listeners = new Set<() => void>();
let current: Theme = themes.find((theme) => theme === remembered(key)) ?? 'system';

/** Makes the page look as chosen. Called before anything is drawn, so that nothing flashes. */
export function applyTheme(): void {
  if (current === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = current;
}

function choose(theme: Theme): void {
  current = theme;
  remember(key, theme);
  applyTheme();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The theme chosen, and how to choose another. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, () => current), choose];
}
