import type { Span } from './span.ts';

/** How an end of a bar is known: as a day, as "about" a day, or not at all. */
export type End = 'sure' | 'about' | 'open';

/** Both ends of a bar. */
export type Ends = { readonly start: End; readonly end: End };

/**
 * The ends of what covers some spans. An end is open where one of them is open there; and "about" where one of those that
 * reach farthest is.
 */
export function endsOf(spans: readonly Span[]): Ends {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { start, end } of spans) {
    first = Math.min(first, start ?? Number.NEGATIVE_INFINITY);
    last = Math.max(last, end ?? Number.POSITIVE_INFINITY);
  }
  const isAbout = (one: Span) => one.approximate;
  return {
    start: endOf(first, spans.filter(({ start }) => start === first).some(isAbout)),
    end: endOf(last, spans.filter(({ end }) => end === last).some(isAbout)),
  };
}

function endOf(day: number, isAbout: boolean): End {
  if (!Number.isFinite(day)) return 'open';
  return isAbout ? 'about' : 'sure';
}
