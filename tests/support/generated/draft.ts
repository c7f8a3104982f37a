import { contradictionIn } from '../../../src/dossier/checks/times.ts';
import { agreedDate } from '../../../src/dossier/dates.ts';
import { type Dossier, dossier as format } from '../../../src/dossier/format.ts';
import { type Claim, claimsOf } from '../../../src/dossier/relationships.ts';
import type { MadeEntity } from './entities.ts';
import type { MadeEvent, MadeRelationship } from './facts.ts';
import type { Random } from './random.ts';

/** A dossier in the making: facts are added one by one, and those that would contradict it lose their times. */
export type DossierDraft = {
  addRelationship(relationship: MadeRelationship): void;
  addEvent(event: MadeEvent): void;
  finish(): Dossier;
};

const passages = Object.fromEntries(
  Array.from({ length: 6 }, (_, place) => {
    const quoteSha256 = String(place).repeat(64);
    return [
      `p${place}`,
      { paragraph: place + 1, start: 0, end: 4, quoteSha256, summary: { en: 'It says so.' } },
    ];
  }),
);
const keys = Object.keys(passages);

/** Starts a dossier. `entities` are all there are; the dossier declares those that it speaks of, and `declared`. */
export function draftDossier(
  article: { readonly id: string; readonly published: string; readonly publisher: string },
  entities: ReadonlyMap<string, MadeEntity>,
  declared: readonly string[],
  random: Random,
): DossierDraft {
  const spokenOf = new Set([article.publisher, ...declared]);
  const events: MadeEvent[] = [];
  const relationships: MadeRelationship[] = [];
  const claims = new Map<string, Claim[]>();
  const base = {
    article: {
      ...article,
      title: { en: article.id },
      language: random.pick(['en', 'ko']),
      address: `https://news.example/${article.id}`,
      cites: keys,
    },
    passages,
    entities: [],
  };
  const cited = (entry: object) => ({ ...entry, cites: random.some(keys, 2) });

  /** Takes the claims of an entry; false where they contradict what the dossier says already. */
  function claim(entry: { events?: object[]; relationships?: object[] }): boolean {
    const made = claimsOf(format.parse({ ...base, ...entry }) as Dossier);
    const all = made.map((one) => [...(claims.get(one.id) ?? []), one]);
    if (all.some(contradictory)) return false;
    for (const one of made) claims.set(one.id, [...(claims.get(one.id) ?? []), one]);
    return true;
  }

  return {
    addRelationship(relationship) {
      const { since, until, attested, ...timeless } = { since: undefined, until: undefined, ...relationship };
      const fits = claim({ relationships: [cited(relationship)] });
      relationships.push(fits ? relationship : { ...timeless, attested: [] });
      for (const id of [relationship.from, relationship.to]) spokenOf.add(id);
    },
    addEvent(event) {
      const partOf = events.length > 0 && random.chance(0.15) ? random.pick(events).id : undefined;
      const fits = claim({ events: [cited(event)] });
      events.push({ ...event, partOf, ...(!fits && { date: undefined, attested: undefined }) });
      for (const id of Object.values(event.participants).flat()) spokenOf.add(id);
    },
    finish() {
      const described = (entry: object) =>
        cited(random.chance(0.1) ? { ...entry, descriptions: [description(random)] } : entry);
      return format.parse({
        ...base,
        entities: [...spokenOf].map((id) => described(entities.get(id) ?? { id })),
        events: events.map(described),
        relationships: relationships.map(cited),
      }) as Dossier;
    },
  };
}

function contradictory(claims: readonly Claim[]): boolean {
  return (
    contradictionIn({
      type: claims[0]?.type,
      since: agreedDate(claims.map(({ since }) => since)).edtf,
      until: agreedDate(claims.map(({ until }) => until)).edtf,
      attested: [...new Set(claims.flatMap(({ attested }) => attested))],
    }) !== undefined
  );
}

function description(random: Random) {
  return {
    aspect: random.pick(['PURPOSE', 'PLAN', 'SUMMARY']),
    text: { en: 'What it is for.', ko: '무엇을 위한 것인지.' },
    cites: random.some(keys, 1),
  };
}
