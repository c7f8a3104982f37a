import type { Dossier } from '../dossier/format.ts';
import { type Claim, claimsOf } from '../dossier/relationships.ts';
import { type Amounts, shareOf } from './amounts.ts';
import { type Cast, castOf } from './cast.ts';
import type { Made } from './entities.ts';
import { type MadeEvent, madeEvent } from './events.ts';
import { createRandom, type Random } from './random.ts';
import { fitting, type MadeRelationship, madeRelationship } from './relationships.ts';
import { type Day, retold, someDay } from './times.ts';

/** What an article tells, made up from its number alone, so that a later article can tell some of it again. */
export type Story = {
  readonly number: number;
  readonly day: Day;
  readonly cast: Cast;
  readonly events: readonly MadeEvent[];
  readonly relationships: readonly MadeRelationship[];
};

const streams = { story: 11, retelling: 12 };
// A kind or a pair that does not fit is drawn anew, so often for each that is wanted.
const draws = 24;

/** The story with a number, from 0. */
export function storyOf(seed: number, amounts: Amounts, number: number): Story {
  const random = createRandom(seed, streams.story, number);
  const day = someDay(random);
  const cast = castOf(seed, amounts, number, random);
  const claimed = new Set<string>();
  // One of the events is the article's own publication.
  const eventShare = shareOf(amounts.events, number, amounts.articles).count - 1;
  const events = Array.from({ length: eventShare }, (_, place) => `event-${number}-${place + 1}`).flatMap(
    (id) => firstNew(() => madeEvent(id, cast, day, random), claimed, cast),
  );
  const relationshipShare = shareOf(amounts.relationships, number, amounts.articles).count - claimed.size;
  const relationships = Array.from({ length: Math.max(0, relationshipShare) }, () =>
    firstNew(() => madeRelationship(cast, day, random), claimed, cast),
  ).flat();
  return { number, day, cast, events: nested(events, random), relationships };
}

/** What an article tells again of an earlier one, as it sees it; nothing of it contradicts the article's own story. */
export function retellingOf(
  seed: number,
  amounts: Amounts,
  story: Story,
): Omit<Story, 'day' | 'number'> | undefined {
  const random = createRandom(seed, streams.retelling, story.number);
  if (story.number === 0 || random.chance(0.85)) return undefined;
  const { cast, ...earlier } = storyOf(seed, amounts, random.below(story.number));
  const claimed = new Set(claimsIn(story).map(({ id }) => id));
  const some = <T>(all: readonly T[]) => (all.length === 0 ? [] : [random.pick(all)]);
  const events = some(earlier.events).map(({ date, attested, partOf, ...event }): MadeEvent => {
    const again = retold(date, random);
    return { ...event, ...(again && { date: again }) };
  });
  const relationships = some(earlier.relationships).map(({ since, until, ...relationship }) => {
    const [begin, end] = [retold(since, random), retold(until, random)];
    return fitting({ ...relationship, ...(begin && { since: begin }), ...(end && { until: end }) });
  });
  return {
    cast,
    events: events.flatMap((event) => firstNew(() => event, claimed)),
    relationships: relationships.flatMap((one) => firstNew(() => one, claimed)),
  };
}

/** Every entity of a cast by its id. */
export function entitiesIn({ all }: Cast): Map<string, Made> {
  return new Map(all.map((made) => [made.id, made]));
}

type Fact = MadeEvent | MadeRelationship;

/** The first fact that speaks of no relationship that is spoken of already, in a list: an article says it once. */
function firstNew<T extends Fact>(make: () => T | undefined, claimed: Set<string>, cast?: Cast): T[] {
  for (let draw = 0; draw < draws; draw += 1) {
    const made = make();
    const claims = made ? claimsIn('kind' in made ? { events: [made] } : { relationships: [made] }) : [];
    // Guests have met before and will again: a relationship between two of them would be told by hundreds of articles.
    const isCommon = cast && claims.some(({ from, to }) => !cast.isOwn(from) && !cast.isOwn(to));
    if (made === undefined || isCommon || claims.some(({ id }) => claimed.has(id))) continue;
    for (const { id } of claims) claimed.add(id);
    return [made];
  }
  return [];
}

/** What facts say of relationships. */
function claimsIn(facts: Partial<Pick<Story, 'events' | 'relationships'>>): readonly Claim[] {
  const { events = [], relationships = [] } = facts;
  const cited = <T>(entry: T) => ({ ...entry, cites: [] });
  const told = { article: { id: '' }, events: events.map(cited), relationships: relationships.map(cited) };
  return claimsOf(told as unknown as Dossier);
}

/** Some events as parts of others that stand before them. */
function nested(events: readonly MadeEvent[], random: Random): MadeEvent[] {
  return events.map((event, place) => {
    const whole = place > 0 && random.chance(0.1) ? events[random.below(place)] : undefined;
    return whole ? { ...event, partOf: whole.id } : event;
  });
}
