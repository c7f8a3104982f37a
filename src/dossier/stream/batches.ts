import { setImmediate as turn } from 'node:timers/promises';
import type { Dossier } from '../format.ts';
import { fingerprintOf } from '../plan-alone.ts';
import type { Problem, ProblemAt } from '../problem.ts';
import type { Item } from './items.ts';

/** A dossier of a stream, with how it is called and what makes a problem of a place in it. */
export type Located = { readonly dossier: Dossier; readonly at: ProblemAt; readonly name: string };

/**
 * Dossiers to store in one transaction, each of another article, and how many bytes of the stream they end; the last may
 * come with what stopped the reading.
 */
export type Batch = {
  readonly located: readonly Located[];
  readonly done: number;
  readonly fault?: { readonly name: string; readonly problems: readonly Problem[] };
};

/** How much goes into one transaction: few enough for a store of little memory, enough to pay for its statements. */
export type BatchSize = { readonly dossiers: number; readonly bytes: number };

/** Gathers the dossiers of a stream batch by batch, until its end or the first that is not sound. */
export async function* batchesOf(items: AsyncIterable<Item>, size: BatchSize): AsyncGenerator<Batch> {
  let located: Located[] = [];
  let articles = new Set<string>();
  let [bytes, done] = [0, 0];
  for await (const item of items) {
    const { read, name } = item;
    if ('problems' in read) return yield { located, done, fault: { name, problems: read.problems } };
    const { id } = read.dossier.article;
    if (located.length >= size.dossiers || bytes >= size.bytes || articles.has(id)) {
      yield { located, done };
      [located, articles, bytes] = [[], new Set(), 0];
    }
    located.push({ ...read, name });
    articles.add(id);
    bytes += item.bytes;
    done = item.done;
    // Planned here, while the store is busy with the batch before; and its answers get their turn.
    fingerprintOf(read.dossier);
    await turn();
  }
  if (located.length > 0) yield { located, done };
}
