import type { OutputRef } from '@pothos/core';
import type { Connection } from '../resolvers/connection.ts';
import { counts } from '../resolvers/facets.ts';
import { reads } from '../resolvers/reads.ts';
import { builder } from './builder.ts';

/**
 * Options of a connection's field that counts the whole list by a facet, with the type `<name>` that pairs a value of
 * an enum with how many rows have it.
 */
export function facetField<V extends string>(name: string, values: OutputRef<V>, facet: string, of: string) {
  const type = builder.objectRef<{ value: V; count: number }>(name).implement({
    description: 'How many rows of a whole list have a value.',
    fields: (t) => ({
      value: t.field({ type: values, description: 'The value.', resolve: ({ value }) => value as never }),
      count: t.exposeInt('count', { description: 'How many rows have it.' }),
    }),
  });
  return {
    type: [type] as [typeof type],
    description: `The whole list counted by ${of}, most first; no row is fetched for it.`,
    resolve: (connection: Pick<Connection<unknown>, 'facet'>) => counts<V>(connection.facet, facet),
    ...reads({ facet }),
  };
}
