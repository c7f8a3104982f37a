import type { Path, Problem, ProblemAt } from '../problem.ts';
import type { Check } from './check.ts';

/** The same words twice in one list: of names, ids, days or passages. */
export const listsDoNotRepeat: Check = (draft, at) => repeatsIn(draft, [], at);

function repeatsIn(value: unknown, path: Path, at: ProblemAt): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' ? repeatsIn(inner, [...path, key], at) : [],
    );
  }
  const seen = new Set<string>();
  return value.flatMap((item, index) => {
    if (typeof item !== 'string') return repeatsIn(item, [...path, index], at);
    if (seen.has(item)) return [at([...path, index], `"${item}" stands twice in this list: keep one`)];
    seen.add(item);
    return [];
  });
}
