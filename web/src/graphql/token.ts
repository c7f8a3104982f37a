const key = 'throughline.token';

/** The token that the reader entered for a service that asks for one. It is gone when the tab is. */
export function token(): string | null {
  try {
    return window.sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a token for this tab. */
export function keepToken(text: string): void {
  window.sessionStorage.setItem(key, text);
}
