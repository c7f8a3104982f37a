import { distance } from 'fastest-levenshtein';
import { fewestForSlip } from './tokens.ts';

// From so many keys on, two slips leave no doubt of what was meant.
const fewestForTwo = 9;

// The fewest letters of a name for a whole syllable of it to be amiss, and the fewest typed to forgive a slip already.
const fewestWithAmiss = 5;

/**
 * How many slips lie between two words or names in keys (letters, or jamo): 1 between words of four or more, up to 2
 * between those of nine or more, null where there are more, or none. Two neighbours swapped are one slip. Digits are
 * never a slip: GPT 3 is not GPT 4.
 */
export function slipsBetween(a: string, b: string): number | null {
  const shorter = Math.min(a.length, b.length);
  const most = shorter >= fewestForTwo ? 2 : 1;
  if (shorter < fewestForSlip || Math.abs(a.length - b.length) > most) return null;
  const slips = isSwap(a, b) ? 1 : distance(a, b);
  return slips > 0 && slips <= most && digitsOf(a) === digitsOf(b) ? slips : null;
}

/** Whether a Hangul name has one syllable too many, too few or wholly wrong: up to three keys, but one letter. */
export function isSyllableOff(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  if (longer < fewestWithAmiss || Math.abs(a.length - b.length) > 1 || !hangul.test(a + b)) return false;
  return distance(a, b) === 1 && digitsOf(a) === digitsOf(b);
}

/** Whether what is typed so far is one slip away from the start of a name. */
export function isStartOff(typed: string, name: string): boolean {
  if (typed.length < fewestWithAmiss || name.length < typed.length) return false;
  return [-1, 0, 1].some((more) => slipsBetween(typed, name.slice(0, typed.length + more)) === 1);
}

const hangul = /\p{Script=Hangul}/u;

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return (
    at < a.length - 1 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
  );
}

function digitsOf(text: string): string {
  return text.replace(/\P{Nd}+/gu, '');
}
