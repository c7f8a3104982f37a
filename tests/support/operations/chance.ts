import fc, { type GeneratorValue } from 'fast-check';
import type { Random } from '../generated/random.ts';

/** Chance that fast-check decides, and can make smaller: the first of several, and that nothing unlikely happens. */
export function chanceOf(generate: GeneratorValue): Random {
  const below = (limit: number) => (limit <= 1 ? 0 : generate(fc.nat, { max: limit - 1 }));
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('There is nothing to pick from');
    return from[below(from.length)] as T;
  };
  return {
    below,
    pick,
    chance: (probability) => below(1000) >= 1000 * (1 - probability),
    some: (from, most) => [...new Set(Array.from({ length: 1 + below(most) }, () => pick(from)))],
  };
}
