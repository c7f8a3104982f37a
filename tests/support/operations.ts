import type { GraphQLField, GraphQLSchema } from 'graphql';
import type { Random } from './generated/random.ts';
import type { Value } from './operations/literals.ts';
import type { AskedList, Making, Pool, Style, Variable } from './operations/making.ts';
import { madeField } from './operations/selections.ts';

export type { Pool, Style } from './operations/making.ts';

/** An operation that is valid, and what to ask it with. */
export type MadeOperation = {
  readonly source: string;
  readonly variables: { readonly [name: string]: Value };
  /** The fields of the query that it selects. */
  readonly roots: readonly string[];
  /** The connections in it, by the names under which its answer has them. */
  readonly lists: ReadonlyMap<string, AskedList>;
};

/** Fields of the query that one statement reads whole. */
const readWhole =
  /^(entity|person|organization|product|concept|event|article|entities|events|timeline|articles)$/;

/** Makes up an operation of the schema about things of a pool; the same for the same chance. */
export function madeOperation(
  schema: GraphQLSchema,
  pool: Pool,
  style: Style,
  random: Random,
): MadeOperation {
  const making: Making = {
    random,
    pool,
    style,
    variables: [],
    fragments: [],
    lists: new Map(),
    isOfThen: !style.isAhead && random.chance(0.3),
    fields: style.fields,
    spoils: style.spoils,
    names: 0,
  };
  const type = schema.getQueryType();
  if (!type) throw new Error('A schema without a query');
  const roots: GraphQLField<unknown, unknown>[] = Object.values(type.getFields()).filter(
    ({ name }) => !style.isAhead || readWhole.test(name),
  );
  const count = 1 + random.below(style.roots);
  const chosen = Array.from({ length: count }, () => random.pick(roots));
  const fields = chosen.map((field) => madeField(making, { schema, type, depth: 0 }, field));
  const fragments = making.fragments.map(
    ({ name, on, selection }) => `fragment ${name} on ${on} ${selection}`,
  );
  const given = making.variables.filter(({ value }) => value !== undefined);
  return {
    source: [`query Made${declared(making.variables)} { ${fields.join(' ')} }`, ...fragments].join('\n'),
    variables: Object.fromEntries(given.map(({ name, value }) => [name, value as Value])),
    roots: chosen.map(({ name }) => name),
    lists: making.lists,
  };
}

function declared(variables: readonly Variable[]): string {
  const all = variables.map(
    ({ name, type, standard }) => `$${name}: ${type}${standard ? ` = ${standard}` : ''}`,
  );
  return all.length > 0 ? `(${all.join(', ')})` : '';
}
