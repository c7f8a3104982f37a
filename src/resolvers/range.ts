import { BadUserInput } from '../errors.ts';

/** Refuses a range that ends before it begins: BadUserInput names both ends. */
export function checkRange(from: string | null | undefined, to: string | null | undefined): void {
  if (from && to && from > to) throw new BadUserInput('from', `is ${from}, after to, ${to}; swap them`);
}
