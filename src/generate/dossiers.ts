import type { Dossier, ParticipantEntry } from '../dossier/format.ts';
import { keysOf } from '../model/keys.ts';
import { aspects } from '../model/vocabulary.ts';
import { type Amounts, passagesAnArticle } from './amounts.ts';
import { entityEntry, type Made, madeEntity } from './entities.ts';
import type { MadeEvent } from './events.ts';
import { createRandom, type Random } from './random.ts';
import type { MadeRelationship } from './relationships.ts';
import { entitiesIn, retellingOf, type Story, storyOf } from './story.ts';
import { isoDay } from './times.ts';

const telling = 13;
const keys = Array.from({ length: passagesAnArticle }, (_, place) => `p${place + 1}`);

/**
 * Makes up dossiers, one after another and the same for the same seed: each is made from its number alone, so memory
 * does not grow with how many there are. All pass the checks that written ones do.
 */
export function* generateDossiers(seed: number, amounts: Amounts): Generator<Dossier> {
  for (let number = 0; number < amounts.articles; number += 1) yield dossierOf(seed, amounts, number);
}

function dossierOf(seed: number, amounts: Amounts, number: number): Dossier {
  const random = createRandom(seed, telling, number);
  const story = storyOf(seed, amounts, number);
  const again = retellingOf(seed, amounts, story);
  const known = new Map([...(again ? entitiesIn(again.cast) : []), ...entitiesIn(story.cast)]);
  const facts = {
    events: [...story.events, ...(again?.events ?? [])].map((event) => withOffices(event, story, random)),
    relationships: [...story.relationships, ...(again?.relationships ?? [])],
  };
  const [publisher, author] = press(seed, amounts, random);
  for (const made of [publisher, author]) known.set(made.id, made);
  const entities = [...new Set([...entitiesIn(story.cast).keys(), ...idsIn(facts), publisher.id, author.id])];
  return {
    article: articleOf(story, publisher, author, random),
    passages: passagesOf(facts.events, random),
    entities: entities.flatMap((id) => {
      const made = known.get(id);
      return made ? [entityEntry(made, random, someKeys(random))] : [];
    }),
    events: facts.events.map((event) => ({
      ...event,
      descriptions: random.chance(0.15) ? [description(event.title.en ?? event.id, random)] : [],
      cites: someKeys(random),
    })),
    relationships: facts.relationships.map((relationship) => ({ ...relationship, cites: someKeys(random) })),
  };
}

function articleOf({ number, day, events }: Story, publisher: Made, author: Made, random: Random) {
  const id = `article-${number}`;
  const subject = events[0]?.title ?? { en: `News of ${publisher.en}`, ko: `${publisher.ko} 소식` };
  return {
    id,
    title: subject,
    language: random.pick(['en', 'ko'] as const),
    authors: [author.id],
    publisher: publisher.id,
    published: random.chance(0.03) ? isoDay(day).slice(0, 7) : isoDay(day),
    address: `https://news.example/${id}`,
    republished: [],
    cites: keys,
  };
}

/** Who published an article and who wrote it: the last hundredth of the organizations, the last tenth of the people. */
function press(seed: number, { organizations, people }: Amounts, random: Random): readonly [Made, Made] {
  const oneOfLast = (total: number, part: number) => total - 1 - random.rank(Math.ceil(total / part), 0.3);
  return [
    madeEntity(seed, 'Organization', oneOfLast(organizations, 100)),
    madeEntity(seed, 'Person', oneOfLast(people, 10)),
  ];
}

function passagesOf(events: readonly MadeEvent[], random: Random): Dossier['passages'] {
  const passage = (_: string, place: number) => {
    const { en = '' } = events[place]?.title ?? {};
    const start = random.below(40);
    return {
      paragraph: 1 + 2 * place + random.below(2),
      start,
      end: start + 10 + random.below(90),
      quoteSha256: random.hex(64),
      summary: { en: en === '' ? 'Background on who is named here.' : `Reports: ${en}.` },
    };
  };
  return Object.fromEntries(keys.map((key, place) => [key, passage(key, place)]));
}

/** Some who speak do so in an office that the article says they hold. */
function withOffices(event: MadeEvent, { relationships }: Story, random: Random): MadeEvent {
  const { SPEAKER: speakers = [] } = event.participants;
  if (event.kind !== 'Statement' || speakers.length === 0) return event;
  const inOffice = (speaker: ParticipantEntry): ParticipantEntry => {
    const held = relationships.find((one) => one.from === speaker && isOffice(one));
    if (typeof speaker !== 'string' || !held?.position || random.chance(0.3)) return speaker;
    return { id: speaker, office: { organization: held.to, position: held.position.id } };
  };
  return { ...event, participants: { ...event.participants, SPEAKER: speakers.map(inOffice) } };
}

const isOffice = ({ type }: MadeRelationship) => type === 'HOLDS_POSITION';

function idsIn({ events, relationships }: Pick<Story, 'events' | 'relationships'>): string[] {
  const taking = events.flatMap(({ participants }) =>
    Object.values(participants).flatMap((some = []) => some),
  );
  return [
    ...taking.map((one) => (typeof one === 'string' ? one : one.id)),
    ...relationships.flatMap(({ from, to }) => [from, to]),
  ];
}

function description(subject: string, random: Random) {
  const aspect = random.pick(keysOf(aspects));
  return { aspect, text: { en: `${subject}, as the article has it.` }, cites: someKeys(random) };
}

function someKeys(random: Random): string[] {
  return [...new Set([random.pick(keys), random.pick(keys)])];
}
