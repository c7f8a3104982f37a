import { pathsAlong, type WalkedPath } from './along-ways.ts';
import { findShortest } from './find-shortest.ts';
import { type HopSource, type PathBudget, pathBudget } from './hop-source.ts';
import type { PathQuestion } from './path-question.ts';
import { createRationedReader, type Gap } from './rationed-reader.ts';
import { simplePaths } from './simple-paths.ts';
import { createTwoSided } from './two-sided.ts';

/** Why there may be more paths than a search gives: enough were found, or its budget or a hub bounded it. */
export type PathCut = 'PATHS' | 'STEPS' | Gap;

/** The first paths in order, and why there may be more; null where the search was complete and these are all. */
export type FoundPaths = { readonly paths: readonly WalkedPath[]; readonly cut: PathCut | null };

/**
 * Finds the shortest paths that visit no thing twice: the shorter first, those of one length in the order of the things
 * and hops they pass. Reads at most `2 + 4 * maxLength` times.
 */
export async function findPaths(
  question: PathQuestion,
  source: HopSource,
  budget: PathBudget = pathBudget,
): Promise<FoundPaths> {
  const shortest = await findShortest(question, source);
  const paths = [...shortest.paths];
  if (shortest.isAll || isEnough(question, shortest.found, shortest.length))
    return answer(question, { paths, found: shortest.found, length: shortest.length }, null);
  const { from, to, maxLength, first } = question;
  const search = createTwoSided(from, to, createRationedReader(source, budget));
  let steps = budget.steps;
  for (let length = shortest.length + 1; ; length += 1) {
    const gap = await search.reach(length);
    // One path more than asked for tells that there are more.
    const most = first - paths.length + 1;
    const found = search.hasMet
      ? simplePaths(search.known, { ...question, length, most, steps })
      : { ways: [], steps: 0, isWhole: true };
    paths.push(...(await pathsAlong(from, found.ways, most, { source, sizeOf: search.sizeOf })));
    steps -= found.steps;
    if (isEnough(question, paths.length, length) || !found.isWhole || length === maxLength)
      return answer(
        question,
        { paths, found: paths.length, length },
        gap ?? (found.isWhole ? null : 'STEPS'),
      );
  }
}

/** Whether the paths of up to a length are as many as asked for, and there may be more. */
function isEnough({ first, maxLength }: PathQuestion, found: number, length: number): boolean {
  return found > first || (found === first && length < maxLength);
}

/** The first paths of lengths up to `length`, and how many there are, as far as it is known. */
type Known = { readonly paths: readonly WalkedPath[]; readonly found: number; readonly length: number };

function answer(
  question: PathQuestion,
  { paths, found, length }: Known,
  gap: Gap | 'STEPS' | null,
): FoundPaths {
  const cut = gap ?? (isEnough(question, found, length) ? 'PATHS' : null);
  return { paths: paths.slice(0, question.first), cut };
}
