import { eventRule } from '../../model/events.ts';
import type { Check } from './check.ts';
import { contradictionIn } from './times.ts';

/** An event that is a part of itself, by way of others or at once. Each circle is told once. */
export const eventsHaveNoCircle: Check = ({ events = [] }, at) => {
  const partOf = new Map(events.map((event) => [event?.id, event?.partOf]));
  const told = new Set<string>();
  return events.flatMap((event, i) => {
    const circle = event?.id === undefined || told.has(event.id) ? [] : circleFrom(event.id, partOf);
    if (circle.length === 0) return [];
    for (const id of circle) told.add(id);
    const way = [...circle, event?.id].join(' → ');
    return [at(['events', i, 'partOf'], `makes the event a part of itself: ${way}`)];
  });
};

type PartOf = ReadonlyMap<string | undefined, string | undefined>;

function circleFrom(start: string, partOf: PartOf): string[] {
  const way = new Set([start]);
  for (let id = partOf.get(start); id !== undefined; id = partOf.get(id)) {
    if (id === start) return [...way];
    // Another circle, into which this event only leads.
    if (way.has(id)) return [];
    way.add(id);
  }
  return [];
}

/** A day on which something still held that had not begun, or that this kind of event does not begin. */
export const attestationsFollowEvents: Check = ({ events = [] }, at) => {
  return events.flatMap((event, i) => {
    const { kind, attested, date } = event ?? {};
    if (kind === undefined || attested === undefined) return [];
    const opens = eventRule(kind).derives.some(({ effect }) => effect === 'OPENS');
    const message = opens
      ? contradictionIn({ since: date, attested: [attested] })
      : `has no meaning here: ${kind} begins nothing that could still hold`;
    return message === undefined ? [] : [at(['events', i, 'attested'], message)];
  });
};
