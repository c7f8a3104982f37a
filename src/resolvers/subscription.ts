import type { Context } from '../context.ts';
import type { Write, WriteKind } from '../model/writes.ts';
import { aboutLimits } from './change.ts';
import { checkCount } from './limits.ts';

/** Which writes a client wants to be told of. */
type WriteFilter = {
  readonly about?: readonly string[] | null | undefined;
  readonly kinds?: readonly WriteKind[] | null | undefined;
};

/** The writes that a client wants, as they come. Throws BadUserInput for too many ids. */
export function graphChanges(filter: WriteFilter, { writes }: Context): AsyncIterable<Write> {
  if (filter.about) checkCount('about', aboutLimits, filter.about);
  if (!writes) throw new Error('This service was made without a feed of writes');
  return wanted(writes(), filter);
}

async function* wanted(writes: AsyncIterable<Write>, filter: WriteFilter): AsyncGenerator<Write> {
  for await (const write of writes) if (isWanted(write, filter)) yield write;
}

/** Of a write that tells only some of what it touched, whoever wants to know of anything is told. */
function isWanted({ kind, articles, things, isCut }: Write, { about, kinds }: WriteFilter): boolean {
  if (kinds && !kinds.includes(kind)) return false;
  return !about || isCut || about.some((id) => things.includes(id) || articles.includes(id));
}
