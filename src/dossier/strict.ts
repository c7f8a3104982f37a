import { closest, distance } from 'fastest-levenshtein';
import { z } from 'zod';

/** The candidate most like `word`, or undefined where none is near enough to be what was meant. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const best = closest(word, [...candidates]);
  return distance(word.toLowerCase(), best.toLowerCase()) <= Math.max(2, word.length / 3) ? best : undefined;
}

/** ` Did you mean "x"?`, or the whole choice where nothing is near; empty where there is nothing to choose from. */
export function suggestion(word: string, candidates: readonly string[]): string {
  const best = nearest(word, candidates);
  if (best) return ` Did you mean "${best}"?`;
  return candidates.length === 0 || candidates.length > 30 ? '' : ` Known: ${candidates.join(', ')}.`;
}

/** An object that takes only the keys of `shape`; a key it does not take is answered with the nearest one it does. */
export function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys
            .map((key) => `"${key}" is not a key here.${suggestion(key, Object.keys(shape))}`)
            .join(' ')
        : undefined,
  });
}

/** One of the names in a table of the vocabulary; anything else is answered with the nearest name. */
export function oneOf<K extends string>(names: readonly K[], what: string) {
  return z.enum(names as readonly [K, ...K[]], {
    error: (issue) =>
      `${JSON.stringify(issue.input)} is not ${what}.${suggestion(String(issue.input), names)}`,
  });
}
