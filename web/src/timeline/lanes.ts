import type { Item } from './clusters.ts';
import { textWidth } from './measure.ts';
import { spanOf } from './span.ts';
import type { DrawnEvent } from './timeline-query.ts';

/** Whose events a lane shows; all events where no kind is given. */
export type LaneOfEvents = { readonly slug: string; readonly name: string; readonly kind?: string };

/** A lane with what is drawn in it. */
export type DrawnLane = LaneOfEvents & { readonly items: readonly Item[] };

const known = new WeakMap<DrawnEvent, Item>();

/** What is drawn for an event that has a date. Kept: with each page that comes, all events are looked at again. */
function itemOf(event: DrawnEvent): Item | undefined {
  const item = known.get(event);
  if (item || !event.date) return item;
  const made = { key: event.slug, span: spanOf(event.date), labelWidth: textWidth(event.title) };
  known.set(event, made);
  return made;
}

/** The events of each lane: one in which several of them took part stands in the lane of each. */
export function lanesOf(events: readonly DrawnEvent[], lanes: readonly LaneOfEvents[]): readonly DrawnLane[] {
  const items = events.flatMap((event) => itemOf(event) ?? []);
  if (lanes.length === 0) return [{ slug: '', name: '', items }];
  const tookPart = new Map(
    events.map(({ slug, participants }) => [slug, new Set(participants.map(({ entity }) => entity.slug))]),
  );
  return lanes.map((lane) => ({
    ...lane,
    items: items.filter(({ key }) => tookPart.get(key)?.has(lane.slug)),
  }));
}
