/** What was typed by hand may be no encoding at all; it then names what it says. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
