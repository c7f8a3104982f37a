import { decoded } from './decoded.ts';
/** A view of the explorer, as the path names it. */
export type Route =
  | { readonly view: 'find' | 'search' | 'timeline' | 'graph' | 'unknown' }
  | { readonly view: 'entity' | 'event' | 'article'; readonly slug: string };

const plain = { '/': 'find', '/search': 'search', '/timeline': 'timeline', '/graph': 'graph' } as const;

/** The view that stands at a path. The service knows the same paths: src/server/explorer/routes.ts. */
export function routeOf(path: string): Route {
  const [, view, slug] = /^\/(entity|event|article)\/([^/]+)$/.exec(path) ?? [];
  if (slug && (view === 'entity' || view === 'event' || view === 'article'))
    return { view, slug: decoded(slug) };
  return { view: isPlain(path) ? plain[path] : 'unknown' };
}

const isPlain = (path: string): path is keyof typeof plain => Object.hasOwn(plain, path);

const page = (view: string) => (slug: string) => `/${view}/${encodeURIComponent(slug)}`;

/** The address of each view. Parameters are added by the view that reads them. */
export const addresses = {
  find: '/',
  timeline: '/timeline',
  graph: '/graph',
  timelineOf: (slug: string) => `/timeline?${new URLSearchParams({ lanes: slug })}`,
  graphOf: (slug: string, asOf?: string) =>
    `/graph?${new URLSearchParams({ of: slug, ...(asOf && { 'as-of': asOf }) })}`,
  search: (text: string) => `/search?${new URLSearchParams({ q: text })}`,
  entity: page('entity'),
  event: page('event'),
  article: page('article'),
} as const;
