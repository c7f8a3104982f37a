import type { Plugin } from 'graphql-yoga';

/** Tells caches that what the service answers depends on the language and the form asked for, and on `others`. */
export function useVary(others: readonly string[] = []): Plugin {
  const ours = ['accept', 'accept-language', ...others];
  const all = ours.join(', ');
  return {
    onResponse({ response }) {
      // Not append(): it makes the library beneath yoga copy all headers of every answer.
      const told = response.headers.get('vary')?.toLowerCase().split(/, */) ?? [];
      const more = told.filter((name) => name !== '' && !ours.includes(name));
      response.headers.set('vary', more.length > 0 ? `${all}, ${more.join(', ')}` : all);
    },
  };
}
