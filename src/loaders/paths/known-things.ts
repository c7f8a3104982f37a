/** What a search has learnt so far of which things hops join, seen from both ends. */
export type KnownThings = {
  add(from: string, to: string): void;
  /** What a thing leads to by the hops that are known. */
  from(thing: string): ReadonlySet<string>;
};

const none: ReadonlySet<string> = new Set();

/** Creates an empty one. Hops from a thing to itself are left out: no path takes them. */
export function createKnownThings(): KnownThings {
  const known = new Map<string, Set<string>>();
  const put = (from: string, to: string) => {
    const led = known.get(from);
    if (led) led.add(to);
    else known.set(from, new Set([to]));
  };
  return {
    add(from, to) {
      if (from === to) return;
      put(from, to);
      put(to, from);
    },
    from: (thing) => known.get(thing) ?? none,
  };
}
