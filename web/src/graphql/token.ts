const key = 'throughline.token';

/** The token that the reader entered for a service that asks for one. It is gone when the tab is. */
export function token(): string | null {
  try {
    const kept = window.sessionStorage.getItem(key);
    // What no header can hold is no token, whatever the keyboard was set to.
    return kept !== null && /^[\x21-\x7e]+$/.test(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Forgets the token. */
export function forgetToken(): void {
  window.sessionStorage.removeItem(key);
}

/** Keeps a token for this tab. */
export function keepToken(text: string): void {
  window.sessionStorage.setItem(key, text);
}
