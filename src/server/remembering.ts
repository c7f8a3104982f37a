/** The same function of a header, which remembers what it gave: clients send the same few over and over. */
export function remembering<T>(
  derive: (header: string | null) => T,
  most = 100,
): (header: string | null) => T {
  const known = new Map<string | null, T>();
  return (header) => {
    const found = known.get(header);
    if (found !== undefined) return found;
    const made = derive(header);
    // Whoever sends ever new ones must not fill the memory.
    if (known.size >= most) known.clear();
    known.set(header, made);
    return made;
  };
}
