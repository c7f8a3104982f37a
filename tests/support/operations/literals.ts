import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** A value as a client gives it: enum values by their names. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [field: string]: Value };

/** A value as it stands in a document. */
export function literal(value: Value, type: GraphQLInputType): string {
  const inner = getNullableType(type);
  if (value === null) return 'null';
  if (isListType(inner)) return `[${(value as Value[]).map((one) => literal(one, inner.ofType)).join(', ')}]`;
  if (isEnumType(inner)) return String(value);
  if (!isInputObjectType(inner)) return JSON.stringify(value);
  const fields = inner.getFields();
  const entries = Object.entries(value).map(([name, one]) => {
    const field = fields[name];
    if (!field) throw new Error(`${inner.name} has no field ${name}`);
    return `${name}: ${literal(one, field.type)}`;
  });
  return `{${entries.join(', ')}}`;
}

/** Whether an argument or a field of an input must be given. */
export function isRequired({
  type,
  defaultValue,
}: {
  type: GraphQLInputType;
  defaultValue?: unknown;
}): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}
