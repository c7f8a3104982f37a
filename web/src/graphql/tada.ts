import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './introspection.d.ts';

/** Writes an operation whose answer has the type that schema.graphql gives it: graphql(`query Name { … }`). */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Date: string; Decimal: string; URL: string };
  // A fragment is a type shared by queries; hiding its fields would only make more files.
  disableMasking: true;
}>();

export type { ResultOf, VariablesOf } from 'gql.tada';
