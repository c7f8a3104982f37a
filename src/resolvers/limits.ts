import { BadUserInput } from '../errors.ts';

/** The smallest and the greatest value that an argument takes, both allowed. */
export type Limits = readonly [least: number, most: number];

/** Refuses a number out of bounds: BadUserInput, naming the argument and its limits. */
export function checkLimits(argument: string, [least, most]: Limits, value: number): void {
  if (value < least || value > most)
    throw new BadUserInput(argument, `must be from ${least} to ${most}, not ${value}`);
}

/** Refuses a list with too few or too many entries: BadUserInput, naming the argument and its limits. */
export function checkCount(argument: string, [least, most]: Limits, list: readonly unknown[]): void {
  if (list.length < least || list.length > most)
    throw new BadUserInput(argument, `must have from ${least} to ${most} entries, not ${list.length}`);
}
