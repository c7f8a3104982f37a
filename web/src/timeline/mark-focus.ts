/**
 * The mark to which an arrow leads: to the sides in order of time within a lane, up and down to the nearest one of the
 * lane above or below. Undefined where there is none, or for another key.
 */
export function nextMark(surface: Element | null, from: Element, key: string): SVGElement | undefined {
  const mark = from.closest<SVGElement>('.mark');
  const lane = mark?.closest('.timeline-lane');
  if (!surface || !mark || !lane) return undefined;
  const lanes = [...surface.querySelectorAll('.timeline-lane')];
  const here = lanes.indexOf(lane);
  const marks = inOrder(lane);
  const place = marks.indexOf(mark);
  switch (key) {
    case 'ArrowRight':
      return marks[place + 1];
    case 'ArrowLeft':
      return marks[place - 1];
    case 'Home':
      return marks[0];
    case 'End':
      return marks.at(-1);
    case 'ArrowDown':
      return nearest(lanes[here + 1], mark);
    case 'ArrowUp':
      return nearest(lanes[here - 1], mark);
    default:
      return undefined;
  }
}

const leftOf = (mark: Element) => mark.getBoundingClientRect().left;

const inOrder = (lane: Element) =>
  [...lane.querySelectorAll<SVGElement>('.mark')].sort((a, b) => leftOf(a) - leftOf(b));

function nearest(lane: Element | undefined, mark: Element): SVGElement | undefined {
  if (!lane) return undefined;
  const distance = (one: Element) => Math.abs(leftOf(one) - leftOf(mark));
  return inOrder(lane).sort((a, b) => distance(a) - distance(b))[0];
}

/** How far along the surface the mark is that has the focus, from 0 to 1: zooming by keys is about it. */
export function shareOf(surface: Element | null, from: Element): number {
  const hit = from.closest('.mark')?.querySelector('.mark-hit')?.getBoundingClientRect();
  const all = surface?.getBoundingClientRect();
  if (!hit || !all) return 0.5;
  return Math.min(Math.max((hit.left + hit.width / 2 - all.left) / all.width, 0), 1);
}
