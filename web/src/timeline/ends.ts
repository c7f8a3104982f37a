import type { Span } from './span.ts';

/** How an end of a bar is known: as a day, as "about" a day, or not at all. */
export type End = 'sure' | 'about' | 'open';

/** Both ends of a bar. */
export type Ends = { readonly start: End; readonly end: End };

/**
 * The ends of what covers some items. An end is open where one of them is open there; and "about" where one of those that
 * reach farthest is.
 */
export function endsOf(items: readonly { readonly span: Span }[]): Ends {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { span } of items) {
    first = Math.min(first, span.start ?? Number.NEGATIVE_INFINITY);
    last = Math.max(last, span.end ?? Number.POSITIVE_INFINITY);
  }
  return {
    start: endOf(
      first,
      items.some(({ span }) => span.approximate && span.start === first),
    ),
    end: endOf(
      last,
      items.some(({ span }) => span.approximate && span.end === last),
    ),
  };
}

function endOf(day: number, isAbout: boolean): End {
  if (!Number.isFinite(day)) return 'open';
  return isAbout ? 'about' : 'sure';
}
