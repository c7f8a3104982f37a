import type { Plugin } from 'graphql-yoga';

/** Tells caches that what the service answers depends on the language and the form asked for. */
export function useVary(): Plugin {
  return {
    onResponse({ response }) {
      // Not append(): it makes the library beneath yoga copy all headers of every answer.
      const told = response.headers.get('vary') ?? '';
      const others = /^(accept)?$/i.test(told) ? '' : `, ${told.replace(/^accept, /i, '')}`;
      response.headers.set('vary', `accept, accept-language${others}`);
    },
  };
}
