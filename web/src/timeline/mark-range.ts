import type { Mark } from './marks.ts';
import { clamped, type Range, shortest } from './range.ts';

/** The range in which the items of a cluster lie apart; undefined where coming nearer would not part them. */
export function rangeAround({ items }: Mark, range: Range, whole: Range): Range | undefined {
  const middles = items.map(({ span: { start, end } }) => ((start ?? end ?? 0) + (end ?? start ?? 0)) / 2);
  const [from, to] = [Math.min(...middles), Math.max(...middles)];
  const length = range.to - range.from;
  if (items.length < 2 || to - from < 1 || length <= shortest * 1.5) return undefined;
  const room = Math.max((to - from) * 0.3, shortest / 2);
  const next = clamped({ from: from - room, to: to + room }, whole);
  // Joined for want of rows, not of room: what already fills the view comes no nearer.
  return next.to - next.from < length * 0.9 ? next : undefined;
}
