import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { madeArguments, withoutPaging } from './arguments.ts';
import { freshName, type Making, mayExpectSpoil } from './making.ts';

type Field = GraphQLField<unknown, unknown>;

/** Fields whose resolvers read for themselves what no declaration names. */
const readsApart = new Set([
  'sources',
  'disagreements',
  'opens',
  'closes',
  'office',
  'supports',
  'changes',
  'auditLog',
  'Publication.article',
]);

/** Names without arguments that are of one type wherever they stand, so that they need no other name. */
const plainNames = new Set([
  '__typename',
  'id',
  'slug',
  'edges',
  'nodes',
  'pageInfo',
  'totalCount',
  'cursor',
]);

/** Where a selection stands. */
type Place = { readonly schema: GraphQLSchema; readonly type: GraphQLNamedType; readonly depth: number };

/** Some fields of a type, in braces; of an interface or union also such of the types it can be. */
export function madeSelection(making: Making, place: Place): string {
  const { random } = making;
  const many = making.fields > 0 ? 1 + random.below(3) : 1;
  const parts = Array.from({ length: many }, () => madePart(making, place));
  // A fragment from deeper inside may count a list, which is no part of the one statement of a field of the query.
  const isBare = making.style.isAhead && isWrapper(place.type);
  const known = isBare ? [] : making.fragments.filter(({ on }) => on === place.type.name);
  if (known.length > 0 && random.chance(0.3)) parts.push(`...${random.pick(known).name}`);
  const selection = `{ ${parts.join(' ')} }`;
  if (place.depth === 0 || !random.chance(0.1)) return selection;
  const name = freshName(making, 'F');
  making.fragments.push({ name, on: place.type.name, selection });
  return `{ ...${name}${madeDirective(making)} }`;
}

function madePart(making: Making, place: Place): string {
  const { schema, type } = place;
  const { random } = making;
  const fields = isObjectType(type) || isInterfaceType(type) ? fieldsAt(making, place, type) : [];
  if (isAbstractType(type) && random.chance(fields.length > 2 ? 0.3 : 0.9)) {
    const on = random.pick(typesBeside(schema, type));
    return `... on ${on.name}${madeDirective(making)} ${madeSelection(making, { ...place, type: on })}`;
  }
  if (isObjectType(type) && place.depth > 0 && random.chance(0.05)) {
    const [on] = type.getInterfaces();
    if (on) return `... on ${on.name} ${madeSelection(making, { ...place, type: on })}`;
  }
  if (random.chance(0.04)) return `... ${madeDirective(making)} ${madeSelection(making, place)}`;
  const deeper = fields.filter((field) => !isLeafType(getNamedType(field.type)));
  const isDeeper = deeper.length > 0 && random.chance(isWrapper(type) ? 0.8 : 0.6);
  const field = fields.length > 0 && making.fields > 0 ? random.pick(isDeeper ? deeper : fields) : undefined;
  return field ? madeField(making, place, field) : '__typename';
}

/** The types that a fragment inside a type can be on: those it can be, and interfaces that those share. */
function typesBeside(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLNamedType[] {
  if (!isAbstractType(type)) return [type];
  const possible = schema.getPossibleTypes(type);
  const shared = new Set(possible.flatMap((one) => one.getInterfaces()));
  return isUnionType(type) ? [...possible, ...shared] : [...possible, ...possible, ...shared];
}

/** The fields that may be selected here: none with fields of their own where it is too deep for those. */
function fieldsAt(making: Making, { depth }: Place, type: GraphQLObjectType | GraphQLInterfaceType): Field[] {
  const { style } = making;
  return Object.values(type.getFields()).filter((field) => {
    const isLeaf = isLeafType(getNamedType(field.type));
    if (style.isAhead && (readsApart.has(field.name) || readsApart.has(`${type.name}.${field.name}`)))
      return false;
    if (style.isAhead && depth === 1 && type.name.endsWith('Connection'))
      return /^(edges|nodes|pageInfo)$/.test(field.name);
    return isLeaf || depth < style.depth || isWrapper(type);
  });
}

/** A field under a name of its own; now and then twice: under the same, to be merged, or under another. */
export function madeField(making: Making, place: Place, field: Field): string {
  const { random } = making;
  making.fields -= 1;
  const isPlain = plainNames.has(field.name) && field.args.length === 0;
  const name = isPlain ? field.name : freshName(making, 'f');
  const { text, given } = madeArguments(making, place.type.name, field);
  // A hop cites by its relationship or by its event, each a list of its own: cursors of one are none of the other.
  if (
    field.args.some((arg) => arg.name === 'after') &&
    place.type.name !== 'PathHop' &&
    (!making.isOfThen || place.type.name === 'Query')
  )
    making.lists.set(name, { field: `${place.type.name}.${field.name}`, args: withoutPaging(given) });
  const once = (alias = name) => {
    const head = `${isPlain ? '' : `${alias}: `}${field.name}${text}`;
    const type = getNamedType(field.type);
    const directive = place.depth === 0 && making.style.isAhead ? '' : madeDirective(making);
    if (isLeafType(type)) return `${head}${directive}`;
    // The rows of a connection lie as deep as itself.
    const depth = isWrapper(place.type) ? place.depth : place.depth + 1;
    return `${head}${directive} ${madeSelection(making, { ...place, type, depth })}`;
  };
  if (!random.chance(0.15)) return once();
  return `${once()} ${random.chance(0.5) ? once() : once(freshName(making, 'f'))}`;
}

function isWrapper({ name }: GraphQLNamedType): boolean {
  return /(Connection|Edge)$/.test(name);
}

/** `@skip` or `@include`, seldom: by a value, or by a variable. */
function madeDirective(making: Making): string {
  const { random, variables } = making;
  const name = random.pick(['skip', 'include']);
  if (random.chance(0.02) && mayExpectSpoil(making)) {
    const variable = freshName(making, 'b');
    variables.push({ name: variable, type: 'Boolean', standard: 'true', value: null });
    return ` @${name}(if: $${variable})`;
  }
  if (!random.chance(0.08)) return '';
  const value = random.chance(0.5);
  if (random.chance(0.5)) return ` @${name}(if: ${value})`;
  const variable = freshName(making, 'b');
  if (random.chance(0.5)) variables.push({ name: variable, type: 'Boolean!', value });
  else variables.push({ name: variable, type: 'Boolean', standard: String(value) });
  return ` @${name}(if: $${variable})`;
}
