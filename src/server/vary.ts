import type { Plugin } from 'graphql-yoga';

/** Tells caches that what the service answers depends on the language asked for. */
export function useVary(): Plugin {
  return {
    onResponse({ response }) {
      response.headers.append('vary', 'accept-language');
    },
  };
}
