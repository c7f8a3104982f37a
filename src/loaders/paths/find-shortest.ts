import { pathsAlong, type WalkedPath } from './along-ways.ts';
import type { HopSource } from './hop-source.ts';
import type { PathQuestion } from './path-question.ts';

/**
 * The first paths of lengths up to `length`; how many there are, where no more than one more than asked for is told from
 * more; whether there are no longer ones.
 */
export type Shortest = {
  readonly paths: readonly WalkedPath[];
  readonly found: number;
  readonly length: number;
  readonly isAll: boolean;
};

/** Finds the shortest paths without a search, where the source can: none of them where it cannot. */
export async function findShortest(question: PathQuestion, source: HopSource): Promise<Shortest> {
  const { from, to, maxLength, through, first } = question;
  // The shortest paths need not pass what is to be passed.
  if (!source.shortest || through.length > 0) return { paths: [], found: 0, length: 0, isAll: false };
  const { ways, hasMore, isWhole, sizes } = await source.shortest([from, to], maxLength, first);
  const [way] = ways;
  if (!way) return { paths: [], found: 0, length: maxLength, isAll: true };
  // Shorter than these there is none; which of them come first a search must tell.
  if (!isWhole) return { paths: [], found: 0, length: way.length - 1, isAll: false };
  const sizeOf = (thing: string) => sizes?.get(thing) ?? 0;
  const paths = await pathsAlong(from, ways, first + 1, { source, sizeOf });
  // Along each way there is a path, and those along these ways come before those along others.
  const found = hasMore ? first + 1 : paths.length;
  return { paths, found, length: way.length, isAll: way.length === maxLength };
}
