import { type AnyVariables, stringifyDocument, type TypedDocumentNode } from '@urql/core';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** The types of ours whose values are written in quotes; those of enums are not. */
const quoted = /^\[?(String|ID|Date|Decimal|URL)\b/;

/**
 * The address at which the playground opens with a query. It takes no variables from the address, so they are written
 * into the query as the defaults of what it declares.
 */
export function playgroundAddress<Variables extends AnyVariables>(
  query: TypedDocumentNode<unknown, Variables>,
  variables: Variables,
): string {
  const text = withDefaults(stringifyDocument(query), (variables ?? {}) as { readonly [name: string]: Json });
  return `/graphql?${new URLSearchParams({ query: text })}`;
}

/** A query with values as the defaults of its variables. A variable without a value stays as it is. */
export function withDefaults(query: string, values: { readonly [name: string]: Json | undefined }): string {
  return query.replace(/\$(\w+): ([[\]\w!]+)(?=[,)\s])/g, (declared, name: string, type: string) => {
    const value = values[name];
    return value === undefined ? declared : `${declared} = ${literal(value, quoted.test(type))}`;
  });
}

function literal(value: Json, inQuotes: boolean): string {
  if (typeof value === 'string') return inQuotes ? JSON.stringify(value) : value;
  if (typeof value !== 'object' || value === null) return String(value);
  if (isList(value)) return `[${value.map((one) => literal(one, inQuotes)).join(', ')}]`;
  // The fields of an input object have types of their own; those we send are days and texts.
  return `{${Object.entries(value)
    .map(([name, one]) => `${name}: ${literal(one, true)}`)
    .join(', ')}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
