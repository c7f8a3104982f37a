import type { Mark } from './marks.ts';
import { clamped, type Range, shortest, zoomed } from './range.ts';

/**
 * The range in which the items of a cluster lie apart, or at least more of them; undefined where coming nearer would part
 * none.
 */
export function rangeAround({ items }: Mark, range: Range, whole: Range): Range | undefined {
  const middles = items.map(({ span: { start, end } }) => ((start ?? end ?? 0) + (end ?? start ?? 0)) / 2);
  const [from, to] = [Math.min(...middles), Math.max(...middles)];
  const length = range.to - range.from;
  if (items.length < 2 || to - from < 1 || length <= shortest * 1.5) return undefined;
  const room = Math.max((to - from) * 0.3, shortest / 2);
  const next = clamped({ from: from - room, to: to + room }, whole);
  if (next.to - next.from < length * 0.9) return next;
  // Joined for want of rows and not of room: it fills the view already.
  const middle = Math.min(Math.max((from + to) / 2, range.from), range.to);
  return zoomed(range, 0.4, middle, whole);
}
