import type { Dossier } from './format.ts';
import type { Path } from './problem.ts';

/** What is sound of a value: anything in it may be missing. */
type Sound<T> = T extends readonly (infer Item)[]
  ? readonly (Sound<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Sound<T[Key]> }
    : T;

/**
 * What is sound of a dossier that has faults, so that one reading finds all of them and not only the first sort.
 * Every dossier is a draft too.
 */
export type Draft = Sound<Dossier>;

/** The draft that is left of data when the values at these paths are left out; list items keep their numbers. */
export function draftOf(data: unknown, faults: readonly Path[]): Draft {
  const draft: unknown = structuredClone(data);
  for (const path of faults) leaveOut(draft, path);
  // Whatever the format refuses has just been left out, so the rest has the type that the format gives.
  const sound = (isContainer(draft) ? draft : {}) as Draft;
  return { ...sound, events: sound.events?.map(eventOf) ?? [] };
}

function leaveOut(root: unknown, path: Path): void {
  const last = path.at(-1);
  const parent = path
    .slice(0, -1)
    .reduce((value, step) => (isContainer(value) ? Reflect.get(value, step) : undefined), root);
  if (last !== undefined && isContainer(parent)) Reflect.set(parent, last, undefined);
}

// An event of no known kind was compared with no format at all: only its id is taken, as others may refer to it.
function eventOf(event: NonNullable<Draft['events']>[number]): typeof event {
  if (event === undefined || event.kind !== undefined) return event;
  return typeof event.id === 'string' ? { id: event.id } : undefined;
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
