/** A hop between two things, as an oracle holds it. */
export type OracleHop = { readonly id: string; readonly ends: readonly [string, string] };

/** Which paths an oracle looks for. */
export type OracleQuestion = {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  readonly through?: readonly string[];
  readonly avoid?: readonly string[];
};

/** A path as an oracle and a test compare it: the hop and the thing it leads to, by turns. */
export type OraclePath = readonly string[];

/**
 * Every path that visits nothing twice, by plain depth-first search over all hops: the shorter first, those of one
 * length in the order of the things and hops they pass.
 */
export function allPaths(hops: readonly OracleHop[], question: OracleQuestion): OraclePath[] {
  const { from, to, maxLength, through = [], avoid = [] } = question;
  const steps = stepsOf(hops);
  const found: (readonly [thing: string, hop: string])[][] = [];
  const follow = (thing: string, path: (readonly [string, string])[], seen: ReadonlySet<string>) => {
    if (thing === to) {
      if (through.every((one) => seen.has(one))) found.push(path);
      return;
    }
    if (path.length === maxLength) return;
    for (const step of steps.get(thing) ?? []) {
      const [next] = step;
      if (!seen.has(next) && !avoid.includes(next)) follow(next, [...path, step], new Set([...seen, next]));
    }
  };
  if (!avoid.includes(from)) follow(from, [], new Set([from]));
  return found
    .sort((one, other) => one.length - other.length || compare(one.flat(), other.flat()))
    .map((path) => path.flatMap(([thing, hop]) => [hop, thing]));
}

/** How far every thing is from the nearest of some roots, up to `depth`, by plain breadth-first search. */
export function distances(
  hops: readonly OracleHop[],
  roots: readonly string[],
  depth: number,
): Map<string, number> {
  const steps = stepsOf(hops);
  const found = new Map(roots.map((root) => [root, 0]));
  for (const [thing, distance] of found) {
    if (distance === depth) continue;
    for (const [next] of steps.get(thing) ?? []) if (!found.has(next)) found.set(next, distance + 1);
  }
  return found;
}

function stepsOf(hops: readonly OracleHop[]) {
  const steps = new Map<string, (readonly [thing: string, hop: string])[]>();
  for (const { id, ends } of hops) {
    for (const [from, to] of [ends, [ends[1], ends[0]] as const])
      steps.set(from, [...(steps.get(from) ?? []), [to, id]]);
  }
  return steps;
}

function compare(one: readonly string[], other: readonly string[]): number {
  const place = one.findIndex((id, index) => id !== other[index]);
  if (place === -1) return 0;
  return (one[place] ?? '') < (other[place] ?? '') ? -1 : 1;
}
