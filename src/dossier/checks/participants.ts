import { eventRule } from '../../model/events.ts';
import { participationsIn } from '../participations.ts';
import type { Check } from './check.ts';

/** Something in both roles of a relationship that an event begins or ends: it would be joined with itself. */
export const rolesDiffer: Check = ({ events = [] }, at) => {
  return events.flatMap((event, i) => {
    if (event?.kind === undefined) return [];
    const participations = participationsIn(event, ['events', i]);
    return eventRule(event.kind).derives.flatMap(({ relationship, from, to }) => {
      // Within one role each two are joined, and nobody has one role twice.
      if (from === to) return [];
      const sources = new Set(participations.filter(({ role }) => role === from).map(({ id }) => id));
      return participations
        .filter(({ role, id }) => role === to && id !== undefined && sources.has(id))
        .map(({ id, idPath }) =>
          at(idPath, `"${id}" is ${from} too: ${relationship} joins two, name another in one of the roles`),
        );
    });
  });
};

/** Someone twice in one role, with an office and without. Ids alone are a list like any other. */
export const participantsAreUnique: Check = ({ events = [] }, at) => {
  return events.flatMap((event, i) => {
    const first = new Map<string, boolean>();
    return participationsIn(event ?? {}, ['events', i]).flatMap(({ id, role, path, idPath }) => {
      if (id === undefined) return [];
      const key = `${role} ${id}`;
      const isAlone = path === idPath;
      const other = first.get(key);
      if (other === undefined) first.set(key, isAlone);
      const isRepeat = other !== undefined && !(other && isAlone);
      return isRepeat ? [at(idPath, `"${id}" is ${role} already: keep one`)] : [];
    });
  });
};
