import type { Value } from '../graph/store.ts';
import type { ChangeKind } from '../model/changes.ts';
import type { Telling } from '../model/facts.ts';
import { timelineKey } from '../time/order.ts';
import { firm } from '../time/state.ts';
import { type AgreedDate, readDate } from './dates.ts';

/** A date in one state of what is known, and whether it clashes with what else is known there. */
export type ToldDate = AgreedDate & { readonly clashes?: boolean };

/**
 * What is stored of a date under `name`, so that a range of days can be asked of it whatever sources say: every date
 * that any of them gives, in each state that was known, as lists that run side by side. `…Told` is the state's place in
 * the history; `…ToldFrom` and `…ToldTo` are ISO days, text standing in for an open end so that it compares with every
 * day; `…ToldFirmly` is false where the source, or another one, leaves the date in doubt. `…ToldFirst` and `…ToldLast`
 * are the first and last of all those days, so that most of what lies in no range is known by one comparison;
 * `…ToldOnce` is true where they are those of the only date, told in the only state, and it is in no doubt: the two say
 * it all then, and the lists are left out. (An older version stored them all the same, and took dates in doubt for told
 * once: where there are lists, they count.)
 */
export function toldDates(name: string, states: readonly ToldDate[]): { [property: string]: Value } {
  const told = states.flatMap(({ edtf, rivals, clashes = false }, state) =>
    [edtf, ...rivals].flatMap((one) => {
      const date = readDate(one);
      // That sources give several dates makes none of them doubtful by itself: a range may hold them all.
      const isFirm = firm(date) !== null && !clashes;
      return date ? [{ state, from: date.earliest ?? '', to: date.latest ?? '~', isFirm }] : [];
    }),
  );
  if (told.length === 0) return {};
  const days = told.flatMap(({ from, to }) => [from, to]).sort();
  const ends = { [`${name}ToldFirst`]: days.at(0) ?? null, [`${name}ToldLast`]: days.at(-1) ?? null };
  if (states.length === 1 && told.length === 1 && told[0]?.isFirm)
    return { ...ends, [`${name}ToldOnce`]: true };
  return {
    ...ends,
    [`${name}Told`]: told.map(({ state }) => state),
    [`${name}ToldFrom`]: told.map(({ from }) => from),
    [`${name}ToldTo`]: told.map(({ to }) => to),
    [`${name}ToldFirmly`]: told.map(({ isFirm }) => isFirm),
  };
}

/** The key of lists of changes: by the change's date, then its kind, then the id of what changed. */
export function changeKey(kind: ChangeKind, edtf: string | null, id: string): string {
  return timelineKey(readDate(edtf), `${kind}\t${id}`);
}

/** What one article tells of a fact, as it is stored. */
export function tellingText(telling: Pick<Telling, 'article'> & Partial<Telling>): string {
  return JSON.stringify(telling);
}
