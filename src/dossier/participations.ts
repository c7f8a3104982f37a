import type { Draft } from './draft.ts';
import type { Path } from './problem.ts';

/** One event of a draft. */
export type DraftEvent = NonNullable<NonNullable<Draft['events']>[number]>;

/** A participant of an event: its role, where it stands and where its id does, and the office it took part in. */
export type Participation = {
  readonly id: string | undefined;
  readonly role: string;
  readonly path: Path;
  readonly idPath: Path;
  readonly office: { readonly organization?: string; readonly position?: string } | undefined;
};

/** The participants of an event that stands at `path`, role by role. */
export function participationsIn(event: DraftEvent, path: Path): Participation[] {
  return Object.entries(event.participants ?? {}).flatMap(([role, entries = []]) =>
    entries.flatMap((entry, index) => {
      const place = [...path, 'participants', role, index];
      if (entry === undefined) return [];
      if (typeof entry === 'string')
        return [{ id: entry, role, path: place, idPath: place, office: undefined }];
      return [{ id: entry.id, role, path: place, idPath: [...place, 'id'], office: entry.office }];
    }),
  );
}
