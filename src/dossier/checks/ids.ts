import { eventKinds } from '../../model/events.ts';
import { declarationsIn, type IdKind, referencesIn } from '../places.ts';
import { formatPath, type Path, type ProblemAt } from '../problem.ts';
import { nearest } from '../strict.ts';
import type { Check } from './check.ts';

/** An id given to two things. */
export const idsAreUnique: Check = (draft, at) => {
  const first = new Map<string, Path>();
  return declarationsIn(draft).flatMap(({ id, path }) => {
    const other = first.get(id);
    if (other !== undefined)
      return [at(path, `"${id}" is already the id of ${owner(other, at)}: choose another`)];
    first.set(id, path);
    return [];
  });
};

function owner(path: Path, at: ProblemAt): string {
  const { line } = at(path, '');
  if (path.at(-1) === 'id') return `${formatPath(path.slice(0, -1))}, line ${line}`;
  return `the publication in ${formatPath(path)}, line ${line}`;
}

/** An id that nothing has, or a thing of a kind that does not fit where it is named. */
export const idsAreKnown: Check = (draft, at) => {
  // Of two things with one id the first keeps it, as `idsAreUnique` says: hence the reversal.
  const kinds = new Map(
    declarationsIn(draft)
      .reverse()
      .map(({ id, kind }) => [id, kind]),
  );
  return referencesIn(draft).flatMap(({ id, path, place, takes }) => {
    if (!kinds.has(id)) return [at(path, unknownId(id, [...kinds], takes))];
    const kind = kinds.get(id);
    if (kind === undefined || takes.includes(kind)) return [];
    return [at(path, `"${id}" is of kind ${kind}, and ${place} takes ${kindsInWords(takes)}`)];
  });
};

function unknownId(
  id: string,
  all: readonly [string, IdKind | undefined][],
  takes: readonly IdKind[],
): string {
  const ids = (some: typeof all) => some.map(([each]) => each);
  const fitting = all.filter(([, kind]) => kind === undefined || takes.includes(kind));
  const best = nearest(id, ids(fitting)) ?? nearest(id, ids(all));
  if (best) return `unknown id "${id}". Did you mean "${best}"?`;
  return `unknown id "${id}". Declare it under ${takes.some(isEventKind) ? 'events' : 'entities'} or mend it.`;
}

const isEventKind = (kind: IdKind) => kind in eventKinds;

function kindsInWords(kinds: readonly IdKind[]): string {
  return kinds.every(isEventKind) ? 'an event' : kinds.join(' or ');
}
