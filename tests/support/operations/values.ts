import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { isRequired, type Value } from './literals.ts';
import type { Making, Pool } from './making.ts';

const days = [
  '2014-06-01',
  '2015-12-11',
  '2016-12-31',
  '2018-02-20',
  '2018-07-01',
  '2019-07-24',
  '2020-06-01',
];
const texts = ['ara', 'Bo', 'event', '하나', 'says', 'AI'];

/** Which things of the pool a text names, by the argument or field of an input that takes it. */
const named: { readonly [name: string]: keyof Pool } = {
  slug: 'entities',
  slugs: 'entities',
  of: 'entities',
  about: 'entities',
  with: 'entities',
  any: 'entities',
  all: 'entities',
  publishers: 'entities',
  from: 'entities',
  to: 'entities',
  avoid: 'entities',
  through: 'entities',
  articles: 'articles',
  citedBy: 'articles',
  id: 'ids',
  ids: 'ids',
};

const numbers: { readonly [name: string]: readonly number[] } = {
  first: [0, 1, 2, 3, 5],
  last: [0, 1, 2, 3],
  depth: [1, 2],
  maxLength: [1, 2, 3],
};

/** A value for an argument, or for a field of an input, of some type. */
export function madeValue(making: Making, name: string, type: GraphQLInputType, depth = 0): Value {
  const { random, pool } = making;
  const inner = getNullableType(type);
  if (isListType(inner)) {
    if (name !== 'of' && random.chance(0.05)) return [];
    const all = Array.from({ length: 1 + random.below(2) }, () =>
      madeValue(making, name, inner.ofType, depth),
    );
    return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
  }
  if (isEnumType(inner)) return random.pick(inner.getValues()).name;
  if (isInputObjectType(inner)) return madeInput(making, inner, depth);
  switch (inner.name) {
    case 'Boolean':
      return random.chance(0.5);
    case 'Int':
      return random.pick(numbers[name] ?? [1]);
    case 'Date':
      return random.pick(days);
    default:
      return madeText(name, random, pool);
  }
}

function madeText(name: string, random: Making['random'], pool: Pool): string {
  const things = named[name];
  if (!things) return random.pick(pool.texts ?? texts);
  if (things !== 'ids' && random.chance(0.05)) return 'nobody';
  return random.pick(pool[things] as readonly string[]);
}

/** A filter or an order: few of its fields, and no filters in filters in filters. */
function madeInput(making: Making, type: GraphQLInputObjectType, depth: number): Value {
  const { random } = making;
  const all = Object.values(type.getFields());
  const isFilter = (field: (typeof all)[number]) => ['and', 'or', 'not', 'other'].includes(field.name);
  const chosen = new Set([
    ...all.filter(isRequired),
    ...random.some(depth < 1 ? all : all.filter((field) => !isFilter(field)), 2),
  ]);
  const entries = [...chosen].map((field) => [
    field.name,
    madeValue(making, field.name, field.type, depth + 1),
  ]);
  return meant(Object.fromEntries(entries));
}

/** The same arguments, made such that they can be meant together. */
export function meant<T extends { readonly [name: string]: Value }>(given: T): T {
  const { certainty, ...rest } = given;
  const known = certainty && !given.asOf ? (rest as unknown as T) : given;
  const { from, to } = known;
  return isDay(from) && isDay(to) && from > to ? { ...known, from: to, to: from } : known;
}

/** Whether a value is a day; what things are named by is not. */
export function isDay(value: Value | undefined): value is string {
  return typeof value === 'string' && /^\d{4}-/.test(value);
}
