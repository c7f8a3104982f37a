const prefix = 'throughline.';

/** What was remembered under a name; null where nothing was, or where the browser keeps nothing. */
export function remembered(name: string): string | null {
  try {
    return window.localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

/** Remembers a text for later visits, where the browser allows that. */
export function remember(name: string, text: string): void {
  try {
    window.localStorage.setItem(prefix + name, text);
  } catch {
    // A browser that keeps nothing is no reason to fail: the choice holds until the page is left.
  }
}
