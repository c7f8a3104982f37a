import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { token } from './token.ts';

/** A client of the service at this origin, with no answers kept yet. */
export function createClient(): Client {
  return new Client({
    url: '/graphql',
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    fetchOptions: () => {
      const shown = token();
      return shown ? { headers: { authorization: `Bearer ${shown}` } } : {};
    },
  });
}
