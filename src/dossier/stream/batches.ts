import { setImmediate as turn } from 'node:timers/promises';
import type { Dossier } from '../format.ts';
import { fingerprintOf } from '../plan-alone.ts';
import type { Problem, ProblemAt } from '../problem.ts';
import type { Line } from './lines.ts';
import { readLine } from './read-line.ts';

/** A dossier with what makes a problem of a place in its line. */
export type Located = { readonly dossier: Dossier; readonly at: ProblemAt };

/** Dossiers to store in one transaction, each of another article, and how much of the stream they end; the last may
 * come with what stopped the reading. */
export type Batch = {
  readonly located: readonly Located[];
  readonly bytes: number;
  readonly problems: readonly Problem[];
};

/** How much goes into one transaction: few enough for a store of little memory, and enough to pay for its statements. */
export type BatchSize = { readonly dossiers: number; readonly bytes: number };

/** Reads the lines of a stream batch by batch, until its end or the first line that is no sound dossier. */
export async function* batchesOf(
  lines: AsyncIterable<Line>,
  file: string,
  size: BatchSize,
): AsyncGenerator<Batch> {
  let located: Located[] = [];
  let articles = new Set<string>();
  let [from, bytes] = [0, 0];
  const batch = (problems: readonly Problem[] = []): Batch => ({ located, bytes, problems });
  for await (const line of lines) {
    const read = readLine(line, file);
    if ('problems' in read) return yield batch(read.problems);
    const { id } = read.dossier.article;
    if (located.length >= size.dossiers || bytes - from >= size.bytes || articles.has(id)) {
      yield batch();
      [located, articles, from] = [[], new Set(), bytes];
    }
    located.push(read);
    articles.add(id);
    bytes = line.bytes;
    // Planned here, while the store is busy with the batch before; and its answers get their turn.
    fingerprintOf(read.dossier);
    await turn();
  }
  if (located.length > 0) yield batch();
}
