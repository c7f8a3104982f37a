import type { Dossier } from '../../src/dossier/format.ts';
import { relationshipId } from '../../src/model/keys.ts';
import { relationshipRule } from '../../src/model/vocabulary.ts';
import { type DossierDraft, draftDossier } from './generated/draft.ts';
import { type MadeEntity, madeEntities } from './generated/entities.ts';
import { type MadeRelationship, madeEvent, madeRelationship, picker } from './generated/facts.ts';
import { createRandom, type Random } from './generated/random.ts';
import { madeDate, madeTimes } from './generated/times.ts';

/** How much to make up. Relationships that follow from events come on top of those listed. */
export type Amounts = {
  readonly entities: number;
  readonly relationships: number;
  readonly events: number;
  readonly articles?: number;
};

// Two of one day, one known to the year only: what was reported by then has ties and gaps too.
const published = ['2016-01-31', '2018', '2019-07-24', '2019-07-24', '2020-03'];

/**
 * Makes up dossiers that load, the same for the same seed: entities with names in either language or both and many
 * namesakes, hubs, parallel relationships and such of a thing with itself (where events make them), circles of ranks,
 * fuzzy and missing dates, and facts that a second article tells with other dates. Of these, `validate` refuses what
 * joins a thing with itself, circles, and a relationship listed beside the event that begins it; nothing else. An event kind with a role that no
 * entity fits is left out, so a graph of a few entities may have fewer facts than asked for.
 */
export function generateDossiers(seed: number, amounts: Amounts): Dossier[] {
  const random = createRandom(seed);
  const entities = madeEntities(amounts.entities, random);
  const drafts = startDrafts(entities, amounts.articles ?? 4, random);
  const pick = picker(entities, random);
  const made = new Map<string, MadeRelationship>();
  for (
    let attempt = 0;
    made.size < amounts.relationships && attempt < 20 * amounts.relationships;
    attempt += 1
  ) {
    const beside = random.chance(0.25) ? [...made.values()].at(-1) : undefined;
    const relationship = madeRelationship(pick, random, beside);
    const id = relationship && idOf(relationship);
    if (!relationship || !id || made.has(id)) continue;
    made.set(id, relationship);
    const [first, second] = tellers(drafts, random);
    first.addRelationship(relationship);
    const { since, until, ...rest } = { since: undefined, until: undefined, ...relationship };
    second?.addRelationship({ ...rest, ...madeTimes(relationship.type, random) });
  }
  for (let place = 0; place < amounts.events; place += 1) {
    const event = madeEvent(`event-${place}`, pick, random);
    if (!event) continue;
    const [first, second] = tellers(drafts, random);
    first.addEvent(event);
    second?.addEvent({ ...event, date: madeDate(random), attested: undefined });
  }
  return drafts.map((draft) => draft.finish());
}

function startDrafts(entities: readonly MadeEntity[], count: number, random: Random): DossierDraft[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const organizations = entities.filter(({ kind }) => kind === 'Organization').slice(0, 3);
  return Array.from({ length: count }, (_, place) => {
    const article = {
      id: `article-${place}`,
      published: published[place % published.length] ?? '2019',
      publisher: random.pick(organizations).id,
    };
    // Every entity stands in at least one dossier, whether facts speak of it or not.
    const own = entities.filter((_, number) => number % count === place).map(({ id }) => id);
    return draftDossier(article, byId, own, random);
  });
}

/** The article that tells of a fact, and now and then a second one. */
function tellers(drafts: readonly DossierDraft[], random: Random): readonly [DossierDraft, DossierDraft?] {
  const first = random.pick(drafts);
  const others = drafts.filter((draft) => draft !== first);
  return others.length > 0 && random.chance(0.15) ? [first, random.pick(others)] : [first];
}

function idOf({ type, from, to, position }: MadeRelationship): string {
  const [one = from, other = to] = relationshipRule(type).symmetric ? [from, to].sort() : [from, to];
  return relationshipId(one, type, other, position?.id);
}
