import type { Hop } from '../../model/hops.ts';

/** The hops that a search has met so far, each from both its ends. */
export type KnownHops = {
  add(from: string, hop: Hop): void;
  /** The hops from a thing in the order of where they lead and then of the hops' ids, by code point. */
  from(thing: string): readonly Hop[];
};

/** Creates an empty set of known hops. Hops from a thing to itself are left out: no path takes them. */
export function createKnownHops(): KnownHops {
  const hops = new Map<string, Map<string, Hop>>();
  const sorted = new Map<string, readonly Hop[]>();
  const put = (from: string, hop: Hop) => {
    const known = hops.get(from) ?? new Map<string, Hop>();
    if (known.has(hop.id)) return;
    hops.set(from, known.set(hop.id, hop));
    sorted.delete(from);
  };
  return {
    add(from, { id, to }) {
      if (from === to) return;
      put(from, { id, to });
      put(to, { id, to: from });
    },
    from(thing) {
      const inOrder = sorted.get(thing) ?? [...(hops.get(thing)?.values() ?? [])].sort(compareHops);
      sorted.set(thing, inOrder);
      return inOrder;
    },
  };
}

// Ids are ASCII, so that this is the order of code points.
function compareHops(one: Hop, other: Hop): number {
  const [a, b] = one.to === other.to ? [one.id, other.id] : [one.to, other.to];
  return a < b ? -1 : 1;
}
