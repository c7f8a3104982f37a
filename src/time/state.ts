import { type FuzzyDate, InvalidDateError } from './edtf.ts';

/**
 * What sources say of one unbroken state. Its first day lies within `since`, its last within `until`, null where no
 * source says; `attested` are the ISO days on which a source says it holds; a `permanent` fact, such as having founded
 * something, never ends once begun.
 */
export type StateTimes = {
  readonly since: FuzzyDate | null;
  readonly until: FuzzyDate | null;
  readonly attested: readonly string[];
  readonly permanent: boolean;
};

/** The date if its source stands by it, null if it is marked uncertain or approximate: such a date proves nothing. */
export function firm(date: FuzzyDate | null): FuzzyDate | null {
  return date === null || date.uncertain || date.approximate ? null : date;
}

/**
 * Throws InvalidDateError where no days fit what is said: an end before the beginning, a firm date that an attestation
 * contradicts, an end of a permanent fact. To choose among sources that disagree is the author's part, not ours.
 */
export function refuseContradiction({ since, until, attested, permanent }: StateTimes): void {
  if (permanent && until !== null) {
    throw new InvalidDateError(`A permanent fact cannot end ("${until.edtf}"): leave its end out`);
  }
  for (const day of attested) {
    const early = firm(since)?.earliest;
    if (early && day < early) throw new InvalidDateError(outside(day, `before it begins ("${since?.edtf}")`));
    const late = firm(until)?.latest;
    if (late && day > late) throw new InvalidDateError(outside(day, `after it ends ("${until?.edtf}")`));
  }
}

function outside(day: string, where: string): string {
  return `The state is attested on ${day}, ${where}: mend one of the two, or mark the date as doubtful with ~ or ?`;
}
