import { closest, distance } from 'fastest-levenshtein';
import { z } from 'zod';

// Comparing a word with a whole dictionary takes longer than anyone waits for a hint.
const mostCandidates = 2000;

/** The candidate most like `word`, or undefined where none is near enough to be what was meant. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0 || candidates.length > mostCandidates) return undefined;
  const lower = word.toLowerCase();
  const best = closest(
    lower,
    candidates.map((candidate) => candidate.toLowerCase()),
  );
  // Short words are all near one another: at least one letter must be right.
  const farthest = Math.min(Math.max(2, word.length / 3), word.length - 1);
  if (distance(lower, best) > farthest) return undefined;
  return candidates.find((candidate) => candidate.toLowerCase() === best);
}

/**
 * ` Did you mean "x"?`, x one of those `free`; or the whole choice where none of them is near; empty where there is
 * nothing to choose from.
 */
export function suggestion(word: string, candidates: readonly string[], free = candidates): string {
  const best = nearest(word, free);
  if (best) return ` Did you mean "${best}"?`;
  return candidates.length === 0 || candidates.length > 30 ? '' : ` Known: ${candidates.join(', ')}.`;
}

/**
 * An object that takes only the keys of `shape`; a key it does not take is answered with the nearest one it does and
 * does not have yet.
 * zod makes one issue of all such keys of an object: the message has one line for each, in the order of `issue.keys`.
 */
export function strict<Shape extends z.ZodRawShape>(shape: Shape, what = 'a key here') {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => `is not ${what}.${keySuggestion(key, shape, issue.input)}`).join('\n')
        : undefined,
  });
}

function keySuggestion(key: string, shape: object, input: unknown): string {
  const keys = Object.keys(shape);
  const isFree = (each: string) =>
    !(typeof input === 'object' && input !== null && Object.hasOwn(input, each));
  return suggestion(key, keys, keys.filter(isFree));
}

/** One of the names in a table of the vocabulary; anything else is answered with the nearest name. */
export function oneOf<const K extends string>(names: readonly K[], what: string) {
  return z
    .enum(names as readonly [K, ...K[]], { error: (issue) => notOneOf(issue.input, names, what) })
    .describe(`${what.slice(0, 1).toUpperCase()}${what.slice(1)}: ${names.join(', ')}.`);
}

/** The message for a value that is none of `names`. */
export function notOneOf(value: unknown, names: readonly string[], what: string): string {
  const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : 'this';
  return `${shown} is not ${what}.${suggestion(String(value), names)}`;
}
