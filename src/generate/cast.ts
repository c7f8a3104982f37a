import { keysOf } from '../model/keys.ts';
import { type EntityKind, entityKinds } from '../model/vocabulary.ts';
import { type Amounts, shareOf } from './amounts.ts';
import { type Made, madeEntity } from './entities.ts';
import type { Random } from './random.ts';

/** Who a story is about: some of each kind, who meets everywhere more often than who is of this story alone. */
export type Cast = {
  /** One of some kinds, not among those taken; undefined where there is none. */
  one(kinds: readonly EntityKind[], taken: ReadonlySet<string>): Made | undefined;
  readonly all: readonly Made[];
  /** Whether an entity is of this story: guests meet one another in many. */
  isOwn(id: string): boolean;
};

const amountOf: { readonly [K in EntityKind]: keyof Amounts } = {
  Person: 'people',
  Organization: 'organizations',
  Product: 'products',
  Concept: 'concepts',
};

// How many a story has besides those of its own, and how unequally often they come up (see Random.rank): with ten
// thousand organizations the first is in one story of three.
const guests: { readonly [K in EntityKind]: { readonly count: number; readonly skew: number } } = {
  Person: { count: 4, skew: 0.8 },
  Organization: { count: 5, skew: 1 },
  Product: { count: 1, skew: 0.8 },
  Concept: { count: 1, skew: 0.8 },
};

/** The cast of the story with a number: its own share of all entities, so that each is somewhere, and guests. */
export function castOf(seed: number, amounts: Amounts, story: number, random: Random): Cast {
  const isOwn = new Set<string>();
  const all = keysOf(entityKinds).flatMap((kind) => {
    const total = amounts[amountOf[kind]];
    const { from, count } = shareOf(total, story, amounts.articles);
    const own = Array.from({ length: count }, (_, place) => madeEntity(seed, kind, from + place));
    for (const { id } of own) isOwn.add(id);
    const ranks = Array.from({ length: guests[kind].count }, () => random.rank(total, guests[kind].skew));
    const others = [...new Set(ranks)].map((number) => madeEntity(seed, kind, number));
    return [...own, ...others.filter(({ id }) => !isOwn.has(id))];
  });
  return {
    all,
    isOwn: (id) => isOwn.has(id),
    one: (kinds, taken) => {
      const free = all.filter(({ id, kind }) => kinds.includes(kind) && !taken.has(id));
      if (free.length === 0) return undefined;
      const [some, other] = [random.pick(free), random.pick(free)];
      // Stories are rather about those who are in many.
      return other.number < some.number && random.chance(0.95) ? other : some;
    },
  };
}
