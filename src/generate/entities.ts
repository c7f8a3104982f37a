import type { EntityEntry } from '../dossier/format.ts';
import { keysOf } from '../model/keys.ts';
import { type EntityKind, entityKinds, legalForms } from '../model/vocabulary.ts';
import { createRandom, type Random } from './random.ts';
import * as words from './words.ts';

/** An entity made up: the same in every dossier that names it. */
export type Made = Pick<EntityEntry, 'id' | 'kind' | 'aliases' | 'legalForm'> & {
  readonly number: number;
  readonly en: string;
  readonly ko: string;
  /** The languages in which it has a name at all. */
  readonly languages: 'en' | 'ko' | 'both';
};

type Name = { readonly en: string; readonly ko: string };

const nameOf: { readonly [K in EntityKind]: (random: Random, number: number) => Name } = {
  Person: (random) => (random.chance(0.5) ? koreanName(random) : westernName(random)),
  Organization: (random) => joined(random, [words.brandWords, words.secondWords, words.trades]),
  Product: (random, number) => {
    const { en, ko } = joined(random, [words.brandWords, words.wares]);
    return { en: `${en} ${number + 1}`, ko: `${ko} ${number + 1}` };
  },
  Concept: (random) => joined(random, [words.qualities, words.subjects]),
};

const languages = ['en', 'ko', 'both', 'both', 'both', 'both', 'both', 'both'] as const;

/** The entity of a kind with a number, from 0. */
export function madeEntity(seed: number, kind: EntityKind, number: number): Made {
  const random = createRandom(seed, keysOf(entityKinds).indexOf(kind), number);
  const { en, ko } = nameOf[kind](random, number);
  const isOrganization = kind === 'Organization';
  const initials = en.split(' ').map((word) => word.slice(0, 1));
  return {
    id: `${en.toLowerCase().replaceAll(' ', '-')}-${prefix[kind]}${number}`,
    kind,
    number,
    en,
    ko,
    languages: random.pick(languages),
    aliases: random.chance(0.15) ? [`${initials.join('')}-${number}`] : [],
    ...(isOrganization && random.chance(0.6) && { legalForm: random.pick(keysOf(legalForms)) }),
  };
}

// Numbers are counted by kind, and an id is of one thing.
const prefix: { readonly [K in EntityKind]: string } = {
  Person: 'p',
  Organization: 'o',
  Product: 'w',
  Concept: 'c',
};

function koreanName(random: Random): Name {
  const [family, one, two] = [words.koreanFamilies, words.koreanSyllables, words.koreanSyllables].map(
    (from) => random.pick(from),
  ) as [readonly [string, string], readonly [string, string], readonly [string, string]];
  const given = `${one[0]}${two[0]}`;
  return {
    en: `${given.slice(0, 1).toUpperCase()}${given.slice(1)} ${family[0]}`,
    ko: `${family[1]}${one[1]}${two[1]}`,
  };
}

function westernName(random: Random): Name {
  return joined(random, [words.givenNames, words.familyNames]);
}

function joined(random: Random, lists: readonly (readonly (readonly [string, string])[])[]): Name {
  const chosen = lists.map((list) => random.pick(list));
  return { en: chosen.map(([en]) => en).join(' '), ko: chosen.map(([, ko]) => ko).join(' ') };
}

/** What one dossier says of an entity: now and then it knows the name in one language only, or no other spelling. */
export function entityEntry(made: Made, random: Random, cites: string[]): EntityEntry {
  const { id, kind, aliases, legalForm } = made;
  const language =
    made.languages === 'both' && random.chance(0.1) ? random.pick(['en', 'ko'] as const) : made.languages;
  return {
    id,
    kind,
    name: { ...(language !== 'ko' && { en: made.en }), ...(language !== 'en' && { ko: made.ko }) },
    aliases: random.chance(0.3) ? [] : aliases,
    ...(legalForm && random.chance(0.7) && { legalForm }),
    descriptions: [],
    cites,
  };
}
