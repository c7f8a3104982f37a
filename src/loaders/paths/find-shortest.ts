import { pathsAlong, type WalkedPath } from './along-ways.ts';
import type { HopSource } from './hop-source.ts';
import type { PathQuestion } from './path-question.ts';

/** The first paths of lengths up to `length`, one more than asked for at most; whether there are no longer ones. */
export type Shortest = {
  readonly paths: readonly WalkedPath[];
  readonly length: number;
  readonly isAll: boolean;
};

/** Finds the shortest paths without a search, where the source can: none of them where it cannot. */
export async function findShortest(question: PathQuestion, source: HopSource): Promise<Shortest> {
  const { from, to, maxLength, through, first } = question;
  // The shortest paths need not pass what is to be passed.
  if (!source.shortest || through.length > 0) return { paths: [], length: 0, isAll: false };
  const { ways, isWhole, sizes } = await source.shortest([from, to], maxLength, first + 1);
  const [way] = ways;
  if (!way) return { paths: [], length: maxLength, isAll: true };
  // Shorter than these there is none; which of them come first a search must tell.
  if (!isWhole) return { paths: [], length: way.length - 1, isAll: false };
  const sizeOf = (thing: string) => sizes?.get(thing) ?? 0;
  const paths = await pathsAlong(from, ways, first + 1, { source, sizeOf });
  return { paths, length: way.length, isAll: way.length === maxLength };
}
