import type { Hop } from '../../model/hops.ts';
import { type HopSource, type PathBudget, pathBudget } from './hop-source.ts';
import { createRationedReader, type Gap } from './rationed-reader.ts';
import { simplePaths } from './simple-paths.ts';
import { createTwoSided } from './two-sided.ts';

/** Which paths: between two different things, of at most `maxLength` hops, that visit everything in `through`. */
export type PathQuestion = {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  readonly through: readonly string[];
  readonly first: number;
};

/** Why there may be more paths than a search gives: enough were found, or its budget or a hub bounded it. */
export type PathCut = 'PATHS' | 'STEPS' | Gap;

/** A path: its hops, each with the thing it leads to. */
export type WalkedPath = readonly Hop[];

/** The first paths in order, and why there may be more; null where the search was complete and these are all. */
export type FoundPaths = { readonly paths: readonly WalkedPath[]; readonly cut: PathCut | null };

/**
 * Finds the shortest paths that visit no thing twice: the shorter first, those of one length in the order of the things
 * and hops they pass. Reads at most `2 + 2 * maxLength` times.
 */
export async function findPaths(
  question: PathQuestion,
  source: HopSource,
  budget: PathBudget = pathBudget,
): Promise<FoundPaths> {
  const { from, to, maxLength, first } = question;
  const counts = await source.counts([from, to]);
  // What is not there has no paths, and that is certain.
  if (counts.size < 2) return { paths: [], cut: null };
  const search = createTwoSided(from, to, createRationedReader(source, budget, counts));
  const paths: WalkedPath[] = [];
  let steps = budget.steps;
  for (let length = 1; ; length += 1) {
    const gap = await search.reach(length);
    // One path more than asked for tells that there are more.
    const most = first - paths.length + 1;
    const found = simplePaths(search.known, { ...question, length, most, steps });
    paths.push(...found.paths);
    steps -= found.steps;
    const isEnough = paths.length > first || (paths.length === first && length < maxLength);
    const cut = gap ?? (found.isWhole ? null : 'STEPS') ?? (isEnough ? 'PATHS' : null);
    if (isEnough || !found.isWhole || length === maxLength) return { paths: paths.slice(0, first), cut };
  }
}
