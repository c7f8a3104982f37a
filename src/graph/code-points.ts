/**
 * Compares texts as both engines order them: by code point. JavaScript's own `<` goes by UTF-16 unit, which puts a
 * character of two halves (D800 to DFFF) before the last of those of one (E000 to FFFF).
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const [x, y] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (x !== y) return x >= 0xd800 && y >= 0xd800 ? lifted(x) - lifted(y) : x - y;
  }
  return a.length - b.length;
}

// Halves last, as the characters they are halves of come last.
function lifted(unit: number): number {
  return unit >= 0xe000 ? unit - 0x2000 : unit + 0x2000;
}
