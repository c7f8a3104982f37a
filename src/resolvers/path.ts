import type { Context } from '../context.ts';
import { BadUserInput } from '../errors.ts';
import { type FoundPaths, findPaths } from '../loaders/paths/find-paths.ts';
import { pathBudget } from '../loaders/paths/hop-source.ts';
import type { HopFilter } from '../model/hops.ts';
import { checkAsOf } from './checks.ts';
import type { WalkedHop } from './hop.ts';
import { checkCount, checkLimits, type Limits } from './limits.ts';

/** The most hops one search reads, and the most of either sort that it reads of one thing. */
export const { hops: hopsReadAtMost, hopsOfThing: hopsReadOfThing } = pathBudget;

/** What `paths` takes where its arguments are left out. */
export const pathDefaults = { maxLength: 4, first: 10 } as const;

/** The bounds of the arguments of `paths`; `things` is how many things `through` and `avoid` may name. */
export const pathLimits = { maxLength: [1, 6], first: [1, 100], things: [0, 100] } as const satisfies {
  readonly [argument: string]: Limits;
};

/** The arguments of `paths`. */
export type PathArgs = Omit<HopFilter, 'kinds' | 'unlessOneOf'> & {
  readonly from: string;
  readonly to: string;
  readonly maxLength?: number | null;
  readonly first?: number | null;
  readonly through?: readonly string[] | null;
};

/** A path as its hops. */
export type Path = { readonly hops: readonly WalkedHop[] };

/** The paths found, shortest first, and why there may be more. */
export type PathResult = { readonly paths: readonly Path[]; readonly cut: FoundPaths['cut'] };

/**
 * The shortest paths between two things. What is not in the graph has no paths. Throws BadUserInput for bounds out of
 * their limits, for two ends that are one, and for `certainty` without `asOf`.
 */
export async function paths(args: PathArgs, context: Context): Promise<PathResult> {
  const { maxLength, first, through, avoid } = checkedArgs(args);
  const visited = new Set([args.from, args.to, ...through]);
  // No path can visit more than it has room for, or what it must avoid.
  const isImpossible = visited.size > maxLength + 1 || avoid.some((thing) => visited.has(thing));
  if (isImpossible) return { paths: [], cut: null };
  const between = [...visited].slice(2);
  const question = { from: args.from, to: args.to, maxLength, first, through: between };
  const found = await findPaths(question, context.loaders.hops(args));
  return { cut: found.cut, paths: found.paths.map((steps) => ({ hops: walked(steps, args) })) };
}

function checkedArgs(args: PathArgs) {
  const { maxLength, first } = pathDefaults;
  const checked = {
    maxLength: args.maxLength ?? maxLength,
    first: args.first ?? first,
    through: args.through ?? [],
    avoid: args.avoid ?? [],
  };
  checkLimits('maxLength', pathLimits.maxLength, checked.maxLength);
  checkLimits('first', pathLimits.first, checked.first);
  checkCount('through', pathLimits.things, checked.through);
  checkCount('avoid', pathLimits.things, checked.avoid);
  checkAsOf(args);
  if (args.from === args.to)
    throw new BadUserInput('to', 'is the same as from; ask for two different things');
  return checked;
}

function walked(
  steps: FoundPaths['paths'][number],
  { from, asOf, reportedBy }: PathArgs,
): readonly WalkedHop[] {
  return steps.map(({ id, to }, place) => ({ id, from: steps[place - 1]?.to ?? from, to, asOf, reportedBy }));
}
