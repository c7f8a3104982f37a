import { type GraphQLArgument, type GraphQLField, isNonNullType } from 'graphql';
import { isRequired, literal, type Value } from './literals.ts';
import { type Arguments, fittingCursors, freshName, type Making, mayExpectSpoil } from './making.ts';
import { isDay, madeValue, meant } from './values.ts';

type Field = GraphQLField<unknown, unknown>;

const paging = ['first', 'after', 'last', 'before'];

/** The arguments of a field: those given, and how they are written; values stand there, or in variables. */
export function madeArguments(making: Making, of: string, field: Field): { text: string; given: Arguments } {
  const isList = field.args.some(({ name }) => name === 'after');
  const given = isList
    ? madeListArguments(making, of, field)
    : spoilt(making, field, otherArguments(making, of, field));
  const written = field.args.flatMap((arg) => {
    const value = given[arg.name];
    return value === undefined ? [] : [`${arg.name}: ${writtenValue(making, arg, value)}`];
  });
  return { text: written.length > 0 ? `(${written.join(', ')})` : '', given };
}

/** The arguments that do not page. */
export function withoutPaging(given: Arguments): Arguments {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !paging.includes(name)));
}

function otherArguments(making: Making, of: string, field: Field): Arguments {
  const { random, isOfThen } = making;
  const chosen = field.args.filter((arg) => {
    if (paging.includes(arg.name) && of !== 'Query') return false;
    if (arg.name === 'after' || arg.name === 'before' || arg.name === 'last') return false;
    if (arg.name === 'reportedBy') return isOfThen && random.chance(0.6);
    return isRequired(arg) || random.chance(arg.name === 'where' ? 0.12 : 0.2);
  });
  const value = (arg: GraphQLArgument) => {
    if (!isNonNullType(arg.type) && random.chance(0.05)) return null;
    return special(making, `${of}.${field.name}.${arg.name}`) ?? madeValue(making, arg.name, arg.type);
  };
  return apart(making, meant(Object.fromEntries(chosen.map((arg) => [arg.name, value(arg)]))));
}

/** Values of single arguments that others of their name do not take. */
function special({ random, pool, style }: Making, argument: string): Value | undefined {
  switch (argument) {
    case 'Query.person.slug':
    case 'Query.organization.slug':
    case 'Query.product.slug':
    case 'Query.concept.slug':
      return random.pick(pool.entities.filter((slug) => slug.startsWith(argument.slice(6, -5))));
    case 'Query.event.slug':
      return random.pick(pool.events);
    case 'Query.article.slug':
      return random.pick(pool.articles);
    case 'Query.neighborhood.first':
      return 2 + random.below(9);
    case 'Query.facts.kinds':
      return [random.pick(['EVENT', 'RELATIONSHIP'])];
    case 'Query.suggest.first':
      return 1 + random.below(5);
    case 'Query.paths.first':
      return 1 + random.below(3);
    case 'Query.changes.between':
    case 'Entity.changes.between':
      return { from: '2015-06-01', to: random.pick(['2016-03-31', '2019-12-31']) };
    default:
      return argument.endsWith('.changes.between') && style.depth > 0
        ? { from: '2016-01-01', to: '2018-06-30' }
        : undefined;
  }
}

/** A path leads from one thing to another. */
function apart({ random, pool }: Making, given: Arguments): Arguments {
  const isOneThing = given.from !== undefined && given.from === given.to && !isDay(given.from);
  return isOneThing ? { ...given, to: random.pick(pool.entities.filter((one) => one !== given.to)) } : given;
}

/** The arguments of a list: of one of which a cursor is known, or any; mostly a small page of it. */
function madeListArguments(making: Making, of: string, field: Field): Arguments {
  const { random } = making;
  const size = madeValue(making, 'first', intOf(field));
  const known = fittingCursors(making, of, field.name);
  if (known.length > 0 && random.chance(0.5)) {
    const { args, cursor } = random.pick(known);
    const ways: Arguments[] = [
      { first: size, after: cursor },
      { last: size, before: cursor },
      { after: cursor },
    ];
    return spoilt(making, field, { ...args, ...random.pick(ways) });
  }
  const others = withoutPaging(otherArguments(making, of, field));
  const page = random.pick<Arguments>([
    { first: size },
    { first: size },
    { last: size },
    making.style.isAhead ? { first: size } : {},
  ]);
  return spoilt(making, field, { ...others, ...page });
}

function intOf({ args }: Field): GraphQLArgument['type'] {
  const first = args.find(({ name }) => name === 'first');
  if (!first) throw new Error('A list without a size');
  return first.type;
}

const spoils: readonly ((given: Arguments) => Arguments)[] = [
  (given) => ({ ...given, first: -1 }),
  (given) => ({ ...given, first: 1, last: 1 }),
  (given) => ({ ...given, last: 101, first: null }),
  (given) => ({ ...given, after: 'rubbish' }),
  (given) => ({ ...given, before: 'WyJubyBzdWNoIGxpc3QiLCJ4Il0' }),
  ({ asOf, ...given }) => ({ ...given, certainty: ['NO'] }),
];

/** The same arguments, or now and then such as cannot be meant. */
function spoilt(making: Making, { args }: Field, given: Arguments): Arguments {
  const names = args.map(({ name }) => name);
  const spoilable = names.includes('after') || names.includes('certainty');
  if (!spoilable || !mayExpectSpoil(making)) return given;
  const fitting = spoils
    .map((spoil) => spoil(given))
    .filter((one) => Object.keys(one).every((name) => names.includes(name)));
  return fitting.length > 0 ? making.random.pick(fitting) : given;
}

/** A value as it is written, or a variable that holds it: given, or by default. */
function writtenValue(making: Making, arg: GraphQLArgument, value: Value): string {
  const { random, variables } = making;
  const text = literal(value, arg.type);
  if (!random.chance(0.25)) return text;
  const name = freshName(making, 'v');
  const type = String(arg.type);
  // A variable that need not be given takes null too, which the argument then does not.
  if (isRequired(arg) && mayExpectSpoil(making)) {
    variables.push({ name, type: type.replace(/!$/, ''), standard: text, value: null });
    return `$${name}`;
  }
  const isByDefault = value !== null && random.chance(0.5);
  if (!isByDefault) variables.push({ name, type, value });
  else
    variables.push({
      name,
      type: isRequired(arg) && random.chance(0.5) ? type.slice(0, -1) : type,
      standard: text,
    });
  return `$${name}`;
}
