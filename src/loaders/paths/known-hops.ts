/** A step from a thing along a hop. */
export type Step = { readonly id: string; readonly to: string };

/** The hops that a search has met so far, each from both its ends. */
export type KnownHops = {
  add(from: string, step: Step): void;
  /** The steps from a thing in the order of where they lead and then of the hops' ids, by code point. */
  from(thing: string): readonly Step[];
};

/** Creates an empty set of known hops. Hops from a thing to itself are left out: no path takes them. */
export function createKnownHops(): KnownHops {
  const steps = new Map<string, Map<string, Step>>();
  const sorted = new Map<string, readonly Step[]>();
  const put = (from: string, step: Step) => {
    const known = steps.get(from) ?? new Map<string, Step>();
    if (known.has(step.id)) return;
    steps.set(from, known.set(step.id, step));
    sorted.delete(from);
  };
  return {
    add(from, { id, to }) {
      if (from === to) return;
      put(from, { id, to });
      put(to, { id, to: from });
    },
    from(thing) {
      const inOrder = sorted.get(thing) ?? [...(steps.get(thing)?.values() ?? [])].sort(compareSteps);
      sorted.set(thing, inOrder);
      return inOrder;
    },
  };
}

// Ids are ASCII, so that this is the order of code points.
function compareSteps(one: Step, other: Step): number {
  const [a, b] = one.to === other.to ? [one.id, other.id] : [one.to, other.to];
  return a < b ? -1 : 1;
}
